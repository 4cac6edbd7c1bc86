"""Sets again what a memory snapshot froze about the clock when it was made."""

import logging
import time

JANUARY, JULY = 1, 7


def wake_clock() -> None:
    """From here on the clock is that of the machine the process runs on."""
    # Summer time lies further east, whichever half of the year it is.
    summer, standard = sorted((_zone_in(JANUARY), _zone_in(JULY)))
    (time.altzone, summer_name), (time.timezone, standard_name) = summer, standard
    time.daylight = int(time.altzone != time.timezone)
    time.tzname = (standard_name, summer_name)
    logging._startTime = time.time_ns()


def _zone_in(month: int) -> tuple[int, str]:
    """Seconds west of UTC, and the zone's name."""
    year = time.localtime().tm_year
    there = time.localtime(time.mktime((year, month, 1, 0, 0, 0, 0, 0, -1)))
    return -there.tm_gmtoff, there.tm_zone
