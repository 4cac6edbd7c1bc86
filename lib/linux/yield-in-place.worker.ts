/**
 * v86 gives its thread back between slices of work through a worker of its own that only sends messages back. A channel
 * within this one does the same without another thread, and without a script that a policy would have to allow.
 */
class YieldInPlace {
  readonly #channel = new MessageChannel();
  #timer: ReturnType<typeof setTimeout> | undefined;
  onmessage: ((event: { readonly data: number }) => void) | null = null;

  constructor() {
    const { port1 } = this.#channel;
    port1.addEventListener("message", ({ data }: MessageEvent<number>) => this.onmessage?.({ data }));
    port1.start();
  }

  postMessage({ t, tick }: { readonly t: number; readonly tick: number }) {
    clearTimeout(this.#timer);
    if (t < 1) this.#channel.port2.postMessage(tick);
    else this.#timer = setTimeout(() => this.onmessage?.({ data: tick }), t);
  }

  terminate() {
    clearTimeout(this.#timer);
    this.#channel.port1.close();
  }
}

/** To be called before an emulator is made. */
export const yieldInPlace = () => Reflect.set(globalThis, "Worker", YieldInPlace);
