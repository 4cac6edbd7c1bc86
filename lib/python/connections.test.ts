import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { executeIn } from "./run-for-tests";

test("a connection that somebody made up is refused as a bad file descriptor", async () => {
  const { end, stdout } = await executeIn(
    await bootInNode(),
    `
import errno
from multiprocessing.connection import Connection
for handle in (44977608, -1):
    try:
        made_up = Connection(handle)
        for use in (made_up.poll, made_up.recv, lambda: made_up.send(1)):
            try: use()
            except OSError as error: print(type(error).__name__, errno.errorcode[error.errno])
        made_up._handle = None
    except ValueError as error: print(error)`,
  );
  expect(end).toEqual({ outcome: "finished" });
  expect(stdout).toBe("OSError EBADF\nOSError EBADF\nBrokenPipeError EPIPE\ninvalid handle\n");
});
