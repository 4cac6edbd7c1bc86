import absentModules from "./runtime/absent_modules.py";
import answer from "./runtime/answer.py";
import attempt from "./runtime/attempt.py";
import checkProgram from "./runtime/check_program.py";
import childProcess from "./runtime/child_process.py";
import clocks from "./runtime/clocks.py";
import compareValues from "./runtime/compare_values.py";
import connections from "./runtime/connections.py";
import countLines from "./runtime/count_lines.py";
import countWork from "./runtime/count_work.py";
import deadlock from "./runtime/deadlock.py";
import eventLoop from "./runtime/event_loop.py";
import fileCommands from "./runtime/file_commands.py";
import greenThreads from "./runtime/green_threads.py";
import hideHost from "./runtime/hide_host.py";
import installMachine from "./runtime/install_machine.py";
import installThreads from "./runtime/install_threads.py";
import kernel from "./runtime/kernel.py";
import lateChanges from "./runtime/late_changes.py";
import learnerFile from "./runtime/learner_file.py";
import machineCommands from "./runtime/machine_commands.py";
import machinePsutil from "./runtime/machine_psutil.py";
import measureCosts from "./runtime/measure_costs.py";
import pipeStreams from "./runtime/pipe_streams.py";
import popen from "./runtime/popen.py";
import preemption from "./runtime/preemption.py";
import processIdentity from "./runtime/process_identity.py";
import profileCalls from "./runtime/profile_calls.py";
import profileCosts from "./runtime/profile_costs.py";
import profileLongCalls from "./runtime/profile_long_calls.py";
import profileNodes from "./runtime/profile_nodes.py";
import profileProgram from "./runtime/profile_program.py";
import profileSamples from "./runtime/profile_samples.py";
import profileTool from "./runtime/profile_tool.py";
import profileTree from "./runtime/profile_tree.py";
import profileTurns from "./runtime/profile_turns.py";
import profiledNames from "./runtime/profiled_names.py";
import programEnd from "./runtime/program_end.py";
import pythonCommand from "./runtime/python_command.py";
import pythonOptions from "./runtime/python_options.py";
import reportCalls from "./runtime/report_calls.py";
import rsyncCommand from "./runtime/rsync_command.py";
import runProgram from "./runtime/run_program.py";
import semaphores from "./runtime/semaphores.py";
import sharedBlock from "./runtime/shared_block.py";
import sharedValues from "./runtime/shared_values.py";
import shell from "./runtime/shell.py";
import shellWords from "./runtime/shell_words.py";
import showException from "./runtime/show_exception.py";
import standIn from "./runtime/stand_in.py";
import standardStreams from "./runtime/standard_streams.py";
import stopRequest from "./runtime/stop_request.py";
import threadLocal from "./runtime/thread_local.py";
import threadLocks from "./runtime/thread_locks.py";
import threadModule from "./runtime/thread_module.py";
import wakeClock from "./runtime/wake_clock.py";

/** The Python half of a process, bundled as text. */
export const runtimeSources = {
  "absent_modules.py": absentModules,
  "answer.py": answer,
  "attempt.py": attempt,
  "check_program.py": checkProgram,
  "child_process.py": childProcess,
  "clocks.py": clocks,
  "compare_values.py": compareValues,
  "connections.py": connections,
  "count_lines.py": countLines,
  "count_work.py": countWork,
  "deadlock.py": deadlock,
  "event_loop.py": eventLoop,
  "file_commands.py": fileCommands,
  "green_threads.py": greenThreads,
  "hide_host.py": hideHost,
  "install_machine.py": installMachine,
  "install_threads.py": installThreads,
  "kernel.py": kernel,
  "late_changes.py": lateChanges,
  "learner_file.py": learnerFile,
  "machine_commands.py": machineCommands,
  "machine_psutil.py": machinePsutil,
  "measure_costs.py": measureCosts,
  "pipe_streams.py": pipeStreams,
  "popen.py": popen,
  "preemption.py": preemption,
  "process_identity.py": processIdentity,
  "profile_calls.py": profileCalls,
  "profile_costs.py": profileCosts,
  "profile_long_calls.py": profileLongCalls,
  "profile_nodes.py": profileNodes,
  "profile_program.py": profileProgram,
  "profile_samples.py": profileSamples,
  "profile_tool.py": profileTool,
  "profile_tree.py": profileTree,
  "profile_turns.py": profileTurns,
  "profiled_names.py": profiledNames,
  "program_end.py": programEnd,
  "python_command.py": pythonCommand,
  "python_options.py": pythonOptions,
  "report_calls.py": reportCalls,
  "rsync_command.py": rsyncCommand,
  "run_program.py": runProgram,
  "semaphores.py": semaphores,
  "shared_block.py": sharedBlock,
  "shared_values.py": sharedValues,
  "shell.py": shell,
  "shell_words.py": shellWords,
  "show_exception.py": showException,
  "stand_in.py": standIn,
  "standard_streams.py": standardStreams,
  "stop_request.py": stopRequest,
  "thread_local.py": threadLocal,
  "thread_locks.py": threadLocks,
  "thread_module.py": threadModule,
  "wake_clock.py": wakeClock,
} as const;
