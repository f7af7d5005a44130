"""Completions for bash, fish and zsh, written from the command line as data: one block a command in each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from langdetect_hook.commands.command_line import FILES, Command, Option
from langdetect_hook.commands.help import PURPOSES

HEAD = "# Completion of langdetect-hook, by python -m langdetect_hook.training.command_line: not written by hand.\n"


def bash(top: Command, commands: Iterable[Command]) -> str:
    """What bash reads, from its version 3.2 on. Where it has no words it completes the names of files."""
    commands = list(commands)
    words = " ".join([*(name for option in top.options for name in option.names), *(c.name for c in commands)])
    return f"""\
{HEAD}\
_langdetect_hook() {{
    local current="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD - 1]}}" command="" words="" word
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $before == "=" ]]; then
        before="${{COMP_WORDS[COMP_CWORD - 2]}}"
    fi
    for word in "${{COMP_WORDS[@]:1:COMP_CWORD - 1}}"; do
        if [[ $word != -* ]]; then
            command="$word"
            break
        fi
    done
    case "$command:$before" in
        :*)
            words="{words}"
            ;;
{"".join(map(bash_block, commands))}\
    esac
    # shellcheck disable=SC2207 # none of the words has a space
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}}
complete -o bashdefault -o default -F _langdetect_hook langdetect-hook
"""


def bash_block(command: Command) -> str:
    """The cases of a command: behind an option that takes a value, and elsewhere."""
    names = " ".join(name for option in command.options for name in option.names)
    others = " ".join(_words(argument) for argument in command.arguments).strip()
    shown = f'[[ $current == -* ]] && words="{names}"' + (f' || words="{others}"' if others else "")
    return "".join(_bash_values(command)) + f"        {command.name}:*)\n            {shown}\n            ;;\n"


def _bash_values(command: Command) -> Iterator[str]:
    """A case for all options of a command whose values are the same words."""
    after: dict[str, list[str]] = {}
    for option in command.options:
        if option.value:
            after.setdefault(_words(option), []).extend(f"{command.name}:{name}" for name in option.names)
    for words, patterns in after.items():
        assignment = f'            words="{words}"\n' if words else ""
        yield f"        {' | '.join(patterns)})\n{assignment}            ;;\n"


def _words(option: Option) -> str:
    return "" if option.values == FILES else " ".join(option.values)


def fish(top: Command, commands: Iterable[Command]) -> str:
    """What fish reads."""
    commands = list(commands)
    names = " ".join(command.name for command in commands)
    first = 'complete -c langdetect-hook -n "not __fish_seen_subcommand_from $commands"'
    lines = [f"{HEAD}set -l commands {names}", "complete -c langdetect-hook -f"]
    lines += [f"{first}{_fish_option(option)}" for option in top.options]
    lines += [f"{first} -a {command.name} -d {_quoted(PURPOSES[command.name])}" for command in commands]
    return "\n".join(lines) + "\n" + "".join(map(fish_block, commands))


def fish_block(command: Command) -> str:
    """The lines of a command: an option or an argument each."""
    seen = f"complete -c langdetect-hook -n '__fish_seen_subcommand_from {command.name}'"
    return "".join(f"{seen}{_fish_option(option)}\n" for option in (*command.options, *command.arguments))


def _fish_option(option: Option) -> str:
    names = "".join(f" -l {name[2:]}" if name.startswith("--") else f" -s {name[1:]}" for name in option.names)
    purpose = f" -d {_quoted(option.purpose)}" if option.names else ""
    if option.values == FILES:
        return f"{names}{' -r' if option.names else ''} -F{purpose}"
    words = f" -a {_quoted(' '.join(option.values))}" if option.values else ""
    return f"{names}{' -x' if option.value and option.names else ''}{words}{purpose}"


def zsh(top: Command, commands: Iterable[Command]) -> str:
    """What zsh reads, from a folder of its fpath or by eval."""
    commands = list(commands)
    described = "\n".join(f"                {_quoted(f'{c.name}:{PURPOSES[c.name]}')}" for c in commands)
    return f"""\
#compdef langdetect-hook
{HEAD}\
_langdetect-hook() {{
    local curcontext="$curcontext" state line
    local -a commands
    typeset -A opt_args
    _arguments -C \\
{"".join(f"        {_zsh_option(option)} {chr(92)}{chr(10)}" for option in top.options)}\
        '1: :->command' \\
        '*:: :->argument'
    case $state in
        command)
            commands=(
{described}
            )
            _describe command commands
            ;;
        argument)
            case $line[1] in
{"".join(map(zsh_block, commands))}\
            esac
            ;;
    esac
}}
if [[ $funcstack[1] == _langdetect-hook ]]; then
    _langdetect-hook "$@"
else
    compdef _langdetect-hook langdetect-hook
fi
"""


def zsh_block(command: Command) -> str:
    """The case of a command: a specification for _arguments of each option and argument."""
    specifications = [*map(_zsh_option, command.options), *map(_zsh_argument, command.arguments)]
    rows = " \\\n                        ".join(specifications)
    return f"""\
                {command.name})
                    _arguments -s \\
                        {rows}
                    ;;
"""


def _zsh_option(option: Option) -> str:
    names, purpose = option.names, f"[{_zsh_escaped(option.purpose)}]"
    value = f":{_zsh_escaped(_title(option))}:{_zsh_values(option)}" if option.value else ""
    if len(names) > 1:
        together = f"({' '.join(names)})"
        return f"{_quoted(together)}{{{','.join(names)}}}{_quoted(purpose + value)}"
    equals = "=" if option.value and names[0].startswith("--") else ""
    return _quoted(f"{'*' if option.again else ''}{names[0]}{equals}{purpose}{value}")


def _zsh_argument(argument: Option) -> str:
    return _quoted(f"{'*' if argument.again else ''}:{_zsh_escaped(_title(argument))}:{_zsh_values(argument)}")


def _title(option: Option) -> str:
    return "one of" if "|".join(option.values) == option.value else option.value


def _zsh_values(option: Option) -> str:
    return "_files" if option.values == FILES else f"({' '.join(option.values)})" if option.values else " "


def _zsh_escaped(text: str) -> str:
    return "".join(f"\\{character}" if character in r"\[]:" else character for character in text)


def _quoted(text: str) -> str:
    """A text in quotes that all three shells read alike; an apostrophe stands outside of them."""
    return "'" + text.replace("'", "'\"'\"'") + "'"


# How each shell's file is written.
WRITERS: dict[str, Callable[[Command, Iterable[Command]], str]] = {"bash": bash, "fish": fish, "zsh": zsh}
BLOCKS: dict[str, Callable[[Command], str]] = {"bash": bash_block, "fish": fish_block, "zsh": zsh_block}
