import { FromFrame } from "./frame-message";

/** How long the frame may take to answer; it is a small page that does no work yet. */
const FRAME_TIMEOUT_MS = 20_000;

/** Opens the machine's hidden frame and gives the one port to it; what comes after its greeting goes to `hear`. */
export async function openFrame(address: string, hear: (event: MessageEvent) => void): Promise<MessagePort> {
  const frame = document.createElement("iframe");
  frame.sandbox.add("allow-scripts");
  frame.allow = "cross-origin-isolated";
  frame.title = "Machine";
  frame.tabIndex = -1;
  frame.ariaHidden = "true";
  frame.style.display = "none";
  frame.src = address;
  const { port1, port2 } = new MessageChannel();
  try {
    await within(
      FRAME_TIMEOUT_MS,
      "The machine's frame did not open. Reload the page and try again.",
      (resolve) => {
        port1.addEventListener("message", (event) => {
          const message = FromFrame.safeParse(event.data);
          if (message.success && message.data.type === "opened") resolve();
          else hear(event);
        });
        port1.start();
        frame.addEventListener(
          "load",
          () => frame.contentWindow?.postMessage({ type: "connect" }, "*", [port2]),
          { once: true },
        );
        document.body.append(frame);
      },
    );
  } catch (error) {
    frame.remove();
    throw error;
  }
  return port1;
}

function within(timeoutMs: number, message: string, start: (resolve: () => void) => void) {
  return new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(message)), timeoutMs);
    start(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
