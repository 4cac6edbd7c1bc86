"""What a program held over time, in as much memory as there is from the beginning."""

from array import array

# As `lib/run/memory-profile.ts` has it; one is kept for the end.
LOOKS_LIMIT = 400
ROOM = LOOKS_LIMIT - 1


class MemoryLooks:
    """Looks in order of time. Where there is no more room, two neighbours become one, and one lasts twice as long."""

    def __init__(self) -> None:
        self._ms = array("d", bytes(8 * LOOKS_LIMIT))
        self._bytes = array("q", bytes(8 * LOOKS_LIMIT))
        self._peaks = array("q", bytes(8 * LOOKS_LIMIT))
        self._count = 0
        self._every = 1
        self._skipped = 0
        self._skipped_peak = 0

    def add(self, at_ms: float, held: int, peak: int) -> None:
        """One more look; the highest peak of those left out since the last one goes with it."""
        self._skipped += 1
        self._skipped_peak = max(self._skipped_peak, peak)
        if self._count > 0 and self._skipped < self._every:
            return
        if self._count == ROOM:
            self._thin()
        self._put(at_ms, held)

    def end(self, at_ms: float, held: int, peak: int) -> None:
        """The last look, which is never left out."""
        self._skipped_peak = max(self._skipped_peak, peak)
        self._put(at_ms, held)

    def told(self) -> list[dict]:
        """As the page is told them."""
        return [
            {"atMs": self._ms[at], "held": self._bytes[at], "peak": self._peaks[at]} for at in range(self._count)
        ]

    def _put(self, at_ms: float, held: int) -> None:
        at = self._count
        self._ms[at], self._bytes[at], self._peaks[at] = at_ms, held, max(held, self._skipped_peak)
        self._count += 1
        self._skipped = self._skipped_peak = 0

    def _thin(self) -> None:
        """Keeps the first, and the second of each pair after it."""
        self._every *= 2
        kept = 1
        for at in range(2, self._count, 2):
            self._ms[kept], self._bytes[kept] = self._ms[at], self._bytes[at]
            self._peaks[kept] = max(self._peaks[at - 1], self._peaks[at])
            kept += 1
        self._count = kept
