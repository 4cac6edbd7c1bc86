import type { PyodideInterface } from "pyodide";
import type { openOutputWriter } from "@/lib/machine/output-writer";
import type { OutputStream } from "@/lib/run/run-event";

/** Sends what Python writes to its two streams to the output, as text. */
export function connectOutput(python: PyodideInterface, output: ReturnType<typeof openOutputWriter>) {
  const decodedTo = (stream: OutputStream) => {
    const decoder = new TextDecoder();
    return (bytes: Uint8Array) => {
      output.write(stream, decoder.decode(bytes, { stream: true }));
      return bytes.length;
    };
  };
  python.setStdout({ write: decodedTo("stdout") });
  python.setStderr({ write: decodedTo("stderr") });
}
