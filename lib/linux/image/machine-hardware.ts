/** What the emulated computer is made of: the same where the image is made and where it goes on. */
export const machineHardware = {
  // Less than this, and its kernel finds no place for its first files.
  memory_size: 128 << 20,
  vga_memory_size: 2 << 20,
  disable_keyboard: true,
  disable_mouse: true,
  disable_speaker: true,
  uart1: true,
  uart2: true,
  virtio_console: { type: "none" },
} as const;
