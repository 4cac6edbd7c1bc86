import absentModules from "./runtime/absent_modules.py";
import allocationSites from "./runtime/allocation_sites.py";
import answer from "./runtime/answer.py";
import attempt from "./runtime/attempt.py";
import chargeComparisons from "./runtime/charge_comparisons.py";
import chargeFunctions from "./runtime/charge_functions.py";
import chargeLibrary from "./runtime/charge_library.py";
import chargeMadeCode from "./runtime/charge_made_code.py";
import chargeMethods from "./runtime/charge_methods.py";
import chargeOperatorModule from "./runtime/charge_operator_module.py";
import chargeOperators from "./runtime/charge_operators.py";
import chargeRules from "./runtime/charge_rules.py";
import chargeSlots from "./runtime/charge_slots.py";
import chargeSubscripts from "./runtime/charge_subscripts.py";
import chargeTexts from "./runtime/charge_texts.py";
import chargedCalls from "./runtime/charged_calls.py";
import checkProgram from "./runtime/check_program.py";
import childProcess from "./runtime/child_process.py";
import clocks from "./runtime/clocks.py";
import compareValues from "./runtime/compare_values.py";
import connections from "./runtime/connections.py";
import countExpressions from "./runtime/count_expressions.py";
import countGrowth from "./runtime/count_growth.py";
import countOperators from "./runtime/count_operators.py";
import countProgram from "./runtime/count_program.py";
import countStatements from "./runtime/count_statements.py";
import countSteps from "./runtime/count_steps.py";
import countWork from "./runtime/count_work.py";
import countedCall from "./runtime/counted_call.py";
import countedForms from "./runtime/counted_forms.py";
import countedImports from "./runtime/counted_imports.py";
import countingPass from "./runtime/counting_pass.py";
import deadlock from "./runtime/deadlock.py";
import eventLoop from "./runtime/event_loop.py";
import fileCommands from "./runtime/file_commands.py";
import fileNames from "./runtime/file_names.py";
import greenThreads from "./runtime/green_threads.py";
import hideHost from "./runtime/hide_host.py";
import installMachine from "./runtime/install_machine.py";
import installThreads from "./runtime/install_threads.py";
import kernel from "./runtime/kernel.py";
import lateChanges from "./runtime/late_changes.py";
import learnerFile from "./runtime/learner_file.py";
import lineSteps from "./runtime/line_steps.py";
import loopSignals from "./runtime/loop_signals.py";
import machineCommands from "./runtime/machine_commands.py";
import machinePsutil from "./runtime/machine_psutil.py";
import memoryLooks from "./runtime/memory_looks.py";
import memoryProgram from "./runtime/memory_program.py";
import pipeStreams from "./runtime/pipe_streams.py";
import popen from "./runtime/popen.py";
import preemption from "./runtime/preemption.py";
import processIdentity from "./runtime/process_identity.py";
import profileCalls from "./runtime/profile_calls.py";
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
import shortValues from "./runtime/short_values.py";
import showException from "./runtime/show_exception.py";
import standIn from "./runtime/stand_in.py";
import standardStreams from "./runtime/standard_streams.py";
import stepMeter from "./runtime/step_meter.py";
import stopRequest from "./runtime/stop_request.py";
import threadLocal from "./runtime/thread_local.py";
import threadLocks from "./runtime/thread_locks.py";
import threadModule from "./runtime/thread_module.py";
import timeline from "./runtime/timeline.py";
import timelineCoroutines from "./runtime/timeline_coroutines.py";
import timelineLabels from "./runtime/timeline_labels.py";
import timelineTasks from "./runtime/timeline_tasks.py";
import timelineWaits from "./runtime/timeline_waits.py";
import turnTaking from "./runtime/turn_taking.py";
import varyingCalls from "./runtime/varying_calls.py";
import wakeClock from "./runtime/wake_clock.py";
import walkedLength from "./runtime/walked_length.py";

/** The Python half of a process, bundled as text. */
export const runtimeSources = {
  "absent_modules.py": absentModules,
  "allocation_sites.py": allocationSites,
  "answer.py": answer,
  "attempt.py": attempt,
  "charge_comparisons.py": chargeComparisons,
  "charge_functions.py": chargeFunctions,
  "charge_library.py": chargeLibrary,
  "charge_made_code.py": chargeMadeCode,
  "charge_methods.py": chargeMethods,
  "charge_operator_module.py": chargeOperatorModule,
  "charge_operators.py": chargeOperators,
  "charge_rules.py": chargeRules,
  "charge_slots.py": chargeSlots,
  "charge_subscripts.py": chargeSubscripts,
  "charge_texts.py": chargeTexts,
  "charged_calls.py": chargedCalls,
  "check_program.py": checkProgram,
  "child_process.py": childProcess,
  "clocks.py": clocks,
  "compare_values.py": compareValues,
  "connections.py": connections,
  "count_expressions.py": countExpressions,
  "count_growth.py": countGrowth,
  "count_operators.py": countOperators,
  "count_program.py": countProgram,
  "count_statements.py": countStatements,
  "count_steps.py": countSteps,
  "count_work.py": countWork,
  "counted_call.py": countedCall,
  "counted_forms.py": countedForms,
  "counted_imports.py": countedImports,
  "counting_pass.py": countingPass,
  "deadlock.py": deadlock,
  "event_loop.py": eventLoop,
  "file_commands.py": fileCommands,
  "file_names.py": fileNames,
  "green_threads.py": greenThreads,
  "hide_host.py": hideHost,
  "install_machine.py": installMachine,
  "install_threads.py": installThreads,
  "kernel.py": kernel,
  "late_changes.py": lateChanges,
  "learner_file.py": learnerFile,
  "line_steps.py": lineSteps,
  "loop_signals.py": loopSignals,
  "machine_commands.py": machineCommands,
  "machine_psutil.py": machinePsutil,
  "memory_looks.py": memoryLooks,
  "memory_program.py": memoryProgram,
  "pipe_streams.py": pipeStreams,
  "popen.py": popen,
  "preemption.py": preemption,
  "process_identity.py": processIdentity,
  "profile_calls.py": profileCalls,
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
  "short_values.py": shortValues,
  "show_exception.py": showException,
  "stand_in.py": standIn,
  "standard_streams.py": standardStreams,
  "step_meter.py": stepMeter,
  "stop_request.py": stopRequest,
  "thread_local.py": threadLocal,
  "thread_locks.py": threadLocks,
  "thread_module.py": threadModule,
  "timeline.py": timeline,
  "timeline_coroutines.py": timelineCoroutines,
  "timeline_labels.py": timelineLabels,
  "timeline_tasks.py": timelineTasks,
  "timeline_waits.py": timelineWaits,
  "turn_taking.py": turnTaking,
  "varying_calls.py": varyingCalls,
  "wake_clock.py": wakeClock,
  "walked_length.py": walkedLength,
} as const;
