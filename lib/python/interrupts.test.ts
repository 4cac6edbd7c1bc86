import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { stopAfter } from "./frame-for-tests";
import { executeIn, runIn } from "./run-for-tests";

const shared = await bootInNode();
const finished = { outcome: "finished" };

test("a program that interrupts itself meets KeyboardInterrupt in its main thread, and can catch it", async () => {
  const { end, stdout } = await executeIn(
    shared,
    `
import _thread, signal, threading, time
for interrupt in (_thread.interrupt_main, lambda: signal.raise_signal(signal.SIGINT)):
    threading.Timer(0.02, interrupt).start()
    try:
        time.sleep(5)
    except KeyboardInterrupt as error:
        print(type(error).__name__, threading.current_thread() is threading.main_thread())`,
  );
  expect(end).toEqual(finished);
  expect(stdout).toBe("KeyboardInterrupt True\nKeyboardInterrupt True\n");
});

test("an interrupt cancels what asyncio runs, which can tidy up before KeyboardInterrupt is raised", async () => {
  const { end, stdout } = await executeIn(
    shared,
    `
import _thread, asyncio
async def main():
    asyncio.get_running_loop().call_later(0.02, _thread.interrupt_main)
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print("tidied up")
        raise
try:
    asyncio.run(main())
except KeyboardInterrupt:
    print("interrupted")`,
  );
  expect(end).toEqual(finished);
  expect(stdout).toBe("tidied up\ninterrupted\n");
});

test("a loop of asyncio calls what it shall call when a signal comes, until it is taken back", async () => {
  const { end, stdout } = await executeIn(
    shared,
    `
import asyncio, os, signal
async def main():
    loop, told = asyncio.get_running_loop(), asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, told.set)
    loop.call_later(0.02, os.kill, os.getpid(), signal.SIGTERM)
    await told.wait()
    print(loop.remove_signal_handler(signal.SIGTERM), loop.remove_signal_handler(signal.SIGTERM))
    for wrong in ("boom", 0, signal.SIGKILL):
        try:
            loop.add_signal_handler(wrong, told.set)
        except (TypeError, ValueError, RuntimeError) as error:
            print(type(error).__name__)
asyncio.run(main())`,
  );
  expect(end).toEqual(finished);
  expect(stdout).toBe("True False\nTypeError\nValueError\nRuntimeError\n");
});

test("an interrupt that nobody catches is shown as CPython shows it", async () => {
  const { end, exit_code, stderr } = await runIn(shared, "import signal\nsignal.raise_signal(signal.SIGINT)");
  expect(end).toEqual({ outcome: "raised", message: "KeyboardInterrupt" });
  expect(stderr).toMatch(/line 2, in <module>\n[^]*KeyboardInterrupt\n$/);
  expect(exit_code).toBe(-2);
});

test("Stop ends a program that has an own handler for interrupts", async () => {
  const booted = await bootInNode();
  stopAfter(booted, 200);
  const { end } = await runIn(
    booted,
    `
import signal, time
signal.signal(signal.SIGINT, lambda number, frame: None)
time.sleep(60)`,
  );
  expect(end).toEqual({ outcome: "interrupted" });
});

test("what no process can handle is refused as on Linux", async () => {
  const { end, stdout } = await executeIn(
    shared,
    `
import errno, signal
for number, handler in ((signal.SIGKILL, print), (signal.SIGSTOP, signal.SIG_IGN), (signal.SIGKILL, 5), (signal.SIGKILL, None)):
    try:
        signal.signal(number, handler)
    except (OSError, TypeError) as error:
        print(type(error).__name__, isinstance(error, TypeError) or error.errno == errno.EINVAL)
before = signal.signal(signal.SIGUSR1, print)
print(before, signal.signal(signal.SIGUSR1, before) is print, signal.getsignal(signal.SIGKILL))`,
  );
  expect(end).toEqual(finished);
  expect(stdout).toBe("OSError True\nOSError True\nTypeError True\nTypeError True\n0 True 0\n");
});
