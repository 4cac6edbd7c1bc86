"""What a process prints is shown where its parent's is, in the order in which it happened."""
import contextlib
import io
import multiprocessing
import sys


def say(number):
    print("child", number, end="")
    print("!", flush=True)
    return number


def say_to(stream_name):
    getattr(sys, stream_name).write(f"through {stream_name}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    print("before", flush=True)
    process = multiprocessing.Process(target=say, args=(1,))
    process.start()
    process.join()
    print("between", flush=True)

    with multiprocessing.Pool(1) as pool:
        for number in (2, 3):
            print("back from", pool.apply(say, (number,)), flush=True)

    # What the parent does with its own output is no matter of the child's.
    kept = io.StringIO()
    with contextlib.redirect_stdout(kept):
        print("kept")
        process = multiprocessing.Process(target=say_to, args=("stdout",))
        process.start()
        process.join()
    assert kept.getvalue() == "kept\n"
    print("after: ünïcödé, 灯台 and 🗼")
    print("ok")
