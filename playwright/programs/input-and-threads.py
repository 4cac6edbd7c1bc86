"""While one thread waits for an answer, the others go on, and a started process has no input."""
import asyncio
import multiprocessing
import threading


def ask(results):
    try:
        results.put(input())
    except EOFError:
        results.put("no input")


async def ask_in_a_thread(word):
    async def tick():
        while True:
            ticked.append(1)
            await asyncio.sleep(0.01)

    ticking = asyncio.create_task(tick())
    answer = await asyncio.to_thread(input, word)
    ticking.cancel()
    return answer


ticked, done = [], threading.Event()


def tick():
    while not done.wait(timeout=0.01):
        ticked.append(1)


if __name__ == "__main__":
    ticker = threading.Thread(target=tick)
    ticker.start()
    first = input("Your name? ")
    done.set()
    ticker.join()
    answers = []
    asker = threading.Thread(target=lambda: answers.append(input("In a thread? ")))
    asker.start()
    asker.join()
    print(f"Hello, {first}; {answers}")
    print("Hello again,", asyncio.run(ask_in_a_thread("In a task? ")))
    assert ticked

    results = multiprocessing.SimpleQueue()
    process = multiprocessing.Process(target=ask, args=(results,))
    process.start()
    print("the process had", results.get())
    process.join()
    print("and what is left is the parent's:", input())
    print("ok")
