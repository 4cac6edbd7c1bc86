/** Where a machine keeps which steps were reached, so that this comes and goes with the machine's own state. */
const STANDING = "/run/lento/standing.json";

/** What begins each part of the answer: no text of a person does. */
export const PART = "\u001D";
/** Between the arguments of a process. */
export const ARGUMENT = "\u001F";

/**
 * A look into a machine, as a script for bash that its agent runs: `readTerminalEvidence` reads what it prints. It starts
 * no program but the author's probes, so that it is quick on a slow machine and disturbs little of what is measured there.
 */
export const evidenceScript = ({
  windows,
  probes,
}: {
  readonly windows: number;
  /** Commands by the ids under which their results are told. */
  readonly probes: ReadonlyMap<string, string>;
}): string => `exec 2> /dev/null
part() { printf '\\035%s\\n' "$*"; }
for ((window = 0; window < ${windows}; window++)); do
  part commands "$window"
  lines=()
  mapfile -t lines < "/run/lento/commands.ttyS$window"
  ((\${#lines[@]})) && printf '%s\\n' "\${lines[@]}"
done
part standing
lines=()
mapfile -t lines < ${STANDING}
((\${#lines[@]})) && printf '%s\\n' "\${lines[@]}"
part processes
for folder in /proc/[0-9]*; do
  [[ $folder == /proc/$BASHPID ]] && continue
  stat= arguments=()
  IFS= read -r -d '' stat < "$folder/stat"
  # Kernel threads come from process 2: they are most, and nobody asks for them.
  [[ $stat == *') '?' 2 '* || $stat == '2 '* ]] && continue
  mapfile -d '' -t arguments < "$folder/cmdline"
  IFS=$'\\037'
  joined="\${arguments[*]}"
  unset IFS
  [[ $stat ]] && printf '%s\\n' "\${stat//$'\\n'/ }" "\${joined//$'\\n'/ }"
done
${[...probes].map(([id, command]) => probeLines(id, command)).join("")}part end
`;

const probeLines = (id: string, command: string) => `output=$(eval ${quoted(command)} 2>&1 < /dev/null)
code=$?
part probe ${quoted(id)} "$code"
printf '%s\\n' "\${output##*$'\\n'}"
`;

/** Has a machine keep which steps were reached. */
export const keepStandingScript = (json: string) => `printf '%s\\n' ${quoted(json)} > ${STANDING}`;

/** As one word for a shell, whatever is in it. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`;
