PS1='\u@\h:\w\$ '
alias ls='ls --color=auto'
shopt -s checkwinsize
HISTCONTROL=
# For whoever looks at what was entered: each command and how it ended, and marks around the prompt for the terminal.
lento_terminal=$(tty)
lento_terminal=${lento_terminal##*/}
lento_prompt() {
  local code=$?
  if [ -d /run/lento ]; then
    history -a "/run/lento/commands.$lento_terminal"
    printf '\036%s\n' "$code" >> "/run/lento/commands.$lento_terminal"
  fi
  printf '\033]133;D;%s\a\033]133;A\a' "$code"
}
PROMPT_COMMAND=lento_prompt
