"""A pipeline of threads hands every piece through all of its stages, in order."""
import queue
import threading

END = object()


def stage(work, source, sink):
    while (piece := source.get()) is not END:
        sink.put(work(piece))
    sink.put(END)


def run_pipeline(pieces, *works):
    lines = [queue.Queue(maxsize=3) for _ in range(len(works) + 1)]
    threads = [
        threading.Thread(target=stage, args=(work, source, sink))
        for work, source, sink in zip(works, lines, lines[1:])
    ]
    for thread in threads:
        thread.start()

    def feed():
        for piece in pieces:
            lines[0].put(piece)
        lines[0].put(END)

    feeder = threading.Thread(target=feed)
    feeder.start()
    results = list(iter(lines[-1].get, END))
    for thread in (feeder, *threads):
        thread.join()
    return results


words = run_pipeline(["sea", "lamp", "tide"], str.upper, lambda word: word[::-1], lambda word: f"<{word}>")
print(words)
numbers = run_pipeline(range(300), lambda n: n + 1, lambda n: n * n)
assert numbers == [n * n for n in range(1, 301)]
print("the last of three hundred:", numbers[-1])

# Several producers and consumers: nothing is lost and nothing comes twice.
shared, taken, lock = queue.Queue(maxsize=5), [], threading.Lock()


def produce(first):
    for number in range(first, first + 100):
        shared.put(number)


def consume():
    while (number := shared.get()) is not END:
        with lock:
            taken.append(number)


producers = [threading.Thread(target=produce, args=(first,)) for first in (0, 100, 200)]
consumers = [threading.Thread(target=consume) for _ in range(2)]
for thread in producers + consumers:
    thread.start()
for thread in producers:
    thread.join()
for _ in consumers:
    shared.put(END)
for thread in consumers:
    thread.join()
print("each once:", sorted(taken) == list(range(300)))
print("ok")
