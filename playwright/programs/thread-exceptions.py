"""An exception ends its own thread, is told, and leaves the others alone."""
import contextlib
import io
import sys
import threading


def fail():
    raise ValueError("too deep")


told = io.StringIO()
with contextlib.redirect_stderr(told):
    diver = threading.Thread(target=fail, name="diver")
    diver.start()
    diver.join()
first, *_, last = told.getvalue().splitlines()
assert first == "Exception in thread diver:", first
print(last)

seen = []
threading.excepthook = seen.append
threads = [threading.Thread(target=fail), threading.Thread(target=seen.append, args=("went on",))]
for thread in threads:
    thread.start()
    thread.join()
hooked, other = seen
assert hooked.exc_type is ValueError
assert hooked.thread is threads[0]
assert hooked.exc_traceback is not None
print("the hook got", repr(hooked.exc_value), "and the other thread", other)

# SystemExit ends a thread without a word, and the program goes on.
threading.excepthook = threading.__excepthook__
told = io.StringIO()
with contextlib.redirect_stderr(told):
    leaver = threading.Thread(target=sys.exit, args=(3,))
    leaver.start()
    leaver.join()
assert told.getvalue() == ""


def keep_going(results):
    for number in range(3):
        try:
            results.append(6 // number)
        except ZeroDivisionError as error:
            results.append(str(error))


results = []
thread = threading.Thread(target=keep_going, args=(results,))
thread.start()
thread.join()
print(results[1:])
assert "zero" in results[0]
print("ok")
