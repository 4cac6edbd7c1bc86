"""Two threads that want each other's lock wait until their time-outs end."""
import threading

fork, knife = threading.Lock(), threading.Lock()
both_hold_one = threading.Barrier(2)
both_gave_up = threading.Barrier(2)
ate = {}


def eat(name, first, second):
    with first:
        both_hold_one.wait(timeout=8)
        got_second = second.acquire(timeout=0.2)
        if got_second:
            second.release()
        both_gave_up.wait(timeout=8)
    ate[name] = got_second


def run(eat, *arguments):
    threads = [threading.Thread(target=eat, args=each) for each in arguments]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


run(eat, ("left", fork, knife), ("right", knife, fork))
assert ate == {"left": False, "right": False}, ate
print("in opposite orders nobody ate")

meals = []


def eat_in_order(name):
    for _ in range(20):
        with fork, knife:
            meals.append(name)


run(eat_in_order, ("left",), ("right",))
print("in one order:", meals.count("left"), meals.count("right"))
print("ok")
