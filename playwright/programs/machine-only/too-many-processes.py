"""Too many processes at once are refused with an error that says so, and those that run go on."""
import multiprocessing

MORE_THAN_THERE_ARE = 100


def wait_for(may_go):
    assert may_go.wait(timeout=60)


if __name__ == "__main__":
    may_go = multiprocessing.Event()
    processes = []
    told = None
    for _ in range(MORE_THAN_THERE_ARE):
        process = multiprocessing.Process(target=wait_for, args=(may_go,))
        try:
            process.start()
        except OSError as error:
            told = str(error)
            break
        processes.append(process)
    assert told is not None, "there was no end to them"
    assert "process" in told.lower(), told
    assert len(processes) >= 4, "a pool of four must fit"

    may_go.set()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0] * len(processes)
    print("all that were started ended well")

    after = multiprocessing.Process(target=wait_for, args=(may_go,))
    after.start()
    after.join()
    print("and now there is room again:", after.exitcode)
    print("ok")
