"""What belongs to the threads of one process cannot be sent to another."""

import copy
import pickle
import queue
import threading

for thing in (
    threading.Lock(),
    threading.RLock(),
    threading.Event(),
    threading.Condition(),
    threading.Semaphore(),
    threading.Barrier(2),
    threading.local(),
    queue.Queue(),
):
    for use in (pickle.dumps, copy.deepcopy):
        try:
            use(thing)
            raise AssertionError(f"{use.__name__} took a {type(thing).__name__}")
        except TypeError as error:
            print(type(thing).__name__, use.__name__, error)
print("ok")
