"""What is no longer used is given back: one after the other, pipes, locks and threads never run out."""
import gc
import multiprocessing
import threading
from pathlib import Path

ROUNDS = 1_200

if __name__ == "__main__":
    for number in range(ROUNDS):
        reader, writer = multiprocessing.Pipe(duplex=number % 2 == 0)
        writer.send(number)
        assert reader.recv() == number
        reader.close()
        writer.close()
    print("pipes:", ROUNDS)

    for _ in range(ROUNDS):
        with multiprocessing.Lock():
            pass
    for _ in range(ROUNDS // 10):
        line, event = multiprocessing.SimpleQueue(), multiprocessing.Event()
        line.put(1)
        event.set()
        assert line.get() == 1 and event.is_set()
        line.close()
    print("locks and queues:", ROUNDS)

    for _ in range(ROUNDS):
        thread = threading.Thread(target=len, args=("",))
        thread.start()
        thread.join()
    print("threads:", ROUNDS)

    path = Path("note.txt")
    for number in range(ROUNDS):
        path.write_text(str(number))
        assert path.read_text() == str(number)
        path.unlink()
    print("files:", ROUNDS)
    gc.collect()
    print("ok")
