import answer from "./runtime/answer.py";
import checkProgram from "./runtime/check_program.py";
import compareValues from "./runtime/compare_values.py";
import countLines from "./runtime/count_lines.py";
import countWork from "./runtime/count_work.py";
import hideHost from "./runtime/hide_host.py";
import interruptibleSleep from "./runtime/interruptible_sleep.py";
import learnerFile from "./runtime/learner_file.py";
import programEnd from "./runtime/program_end.py";
import runProgram from "./runtime/run_program.py";
import showException from "./runtime/show_exception.py";
import standardStreams from "./runtime/standard_streams.py";
import stopRequest from "./runtime/stop_request.py";
import wakeClock from "./runtime/wake_clock.py";

/** The Python half of a process, bundled as text. */
export const runtimeSources = {
  "answer.py": answer,
  "check_program.py": checkProgram,
  "compare_values.py": compareValues,
  "count_lines.py": countLines,
  "count_work.py": countWork,
  "hide_host.py": hideHost,
  "interruptible_sleep.py": interruptibleSleep,
  "learner_file.py": learnerFile,
  "program_end.py": programEnd,
  "run_program.py": runProgram,
  "show_exception.py": showException,
  "standard_streams.py": standardStreams,
  "stop_request.py": stopRequest,
  "wake_clock.py": wakeClock,
} as const;
