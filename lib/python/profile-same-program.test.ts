import { expect, test } from "vitest";
import { bootInNode } from "./boot-in-node";
import { profileIn } from "./profile-for-tests";
import { runIn } from "./run-for-tests";

const PROGRAMS = {
  "a profiler of its own": `
import cProfile, io, pstats
def work(): return sum(i for i in range(100))
profiler = cProfile.Profile()
profiler.enable()
work()
profiler.disable()
stats = pstats.Stats(profiler, stream=io.StringIO())
print(sorted((name, calls[0]) for (_, _, name), calls in stats.stats.items()))`,
  "sys.settrace and sys.setprofile": `
import sys
seen = []
def trace(frame, event, argument):
    seen.append((event, frame.f_lineno))
    return trace
def profiler(frame, event, argument):
    # Whether one hears of the return of the call that installs one depends on who listens already.
    if argument is not sys.setprofile: seen.append(event)
def work():
    a = len("abc")
    return a
sys.settrace(trace); work(); sys.settrace(None)
sys.setprofile(profiler); work(); sys.setprofile(None)
print(seen)`,
  "sys.monitoring": `
import sys
m = sys.monitoring
lines = []
def work():
    return 1
m.use_tool_id(m.PROFILER_ID, "own")
m.register_callback(m.PROFILER_ID, m.events.LINE, lambda code, line: lines.append(line))
m.set_local_events(m.PROFILER_ID, work.__code__, m.events.LINE)
work(); work()
m.set_local_events(m.PROFILER_ID, work.__code__, 0)
m.free_tool_id(m.PROFILER_ID)
print(lines)`,
  "frames and tracebacks": `
import inspect, sys, traceback
def inner(): return [f.function for f in inspect.stack()][:2], sys._getframe(1).f_lineno
print(inner())
try: sorted([1, "a"], key=lambda v: v + 1)
except TypeError: print(traceback.format_exc())`,
  "exit()": `
import atexit, sys
atexit.register(print, "at exit")
print("before")
sys.exit(3)`,
  "an error in a class body": `class A:\n    x = 1\n    y = z`,
  "metaclasses, partials and callables": `
import enum, functools
class Color(enum.Enum):
    RED = 1
class Adder:
    __hash__ = None
    def __call__(self, n): return n + 1
class Meta(type):
    def __call__(cls, *a): return super().__call__(*a)
class Made(metaclass=Meta): pass
print(Color(1), functools.partial(pow, 2)(5), Adder()(1), type(Made()).__name__, functools.lru_cache(len)("ab"))`,
};
test.each(Object.entries(PROGRAMS))("%s means the same watched and unwatched", async (_name, code) => {
  const plain = await runIn(await bootInNode(), code);
  for (const mode of ["deterministic", "sampling"] as const) {
    const { profile: found, ...watched } = await profileIn(await bootInNode(), code, { mode });
    expect(found.mode).toBe(mode);
    expect({ ...watched, said: [] }).toEqual({ ...plain, said: [] });
  }
});
