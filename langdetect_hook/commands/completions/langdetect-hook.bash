# Completion of langdetect-hook, by python -m langdetect_hook.training.command_line: not written by hand.
_langdetect_hook() {
    local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}" command="" words="" word
    if [[ $current == "=" ]]; then
        current=""
    elif [[ $before == "=" ]]; then
        before="${COMP_WORDS[COMP_CWORD - 2]}"
    fi
    for word in "${COMP_WORDS[@]:1:COMP_CWORD - 1}"; do
        if [[ $word != -* ]]; then
            command="$word"
            break
        fi
    done
    case "$command:$before" in
        :*)
            words="-h --help --version baseline check classify completion config corpus evaluate explain languages lsp train"
            ;;
        baseline:--exclude | baseline:--max-bytes | baseline:--baseline | baseline:--assets | baseline:--config | baseline:--jobs)
            ;;
        baseline:--select | baseline:--ignore)
            words="LD001 LD002 LD003 LD004 LD005 LD006 LD007 LD008 LD009 LD010 LD011 all"
            ;;
        baseline:*)
            [[ $current == -* ]] && words="-h --help --prune --exclude --select --ignore --max-bytes --baseline --assets --config --isolated --jobs"
            ;;
        check:--since | check:--files-from | check:--stdin-filename | check:--output | check:--exclude | check:--max-bytes | check:--baseline | check:--assets | check:--config | check:--jobs)
            ;;
        check:--format)
            words="checkstyle github gitlab json jsonl junit sarif text"
            ;;
        check:--select | check:--ignore)
            words="LD001 LD002 LD003 LD004 LD005 LD006 LD007 LD008 LD009 LD010 LD011 all"
            ;;
        check:*)
            [[ $current == -* ]] && words="-h --help --staged --all --since --files-from -z --stdin-filename --exit-zero -v --verbose --fix --dry-run --in-hook --format --output --statistics --exclude --select --ignore --max-bytes --baseline --assets --config --isolated --no-baseline --jobs"
            ;;
        classify:--files-from | classify:--assets | classify:--config)
            ;;
        classify:--format)
            words="json jsonl text"
            ;;
        classify:*)
            [[ $current == -* ]] && words="-h --help --files-from -z --format --assets --config --isolated"
            ;;
        completion:*)
            [[ $current == -* ]] && words="-h --help" || words="bash fish zsh"
            ;;
        config:--config)
            ;;
        config:*)
            [[ $current == -* ]] && words="-h --help --schema --config --isolated"
            ;;
        corpus:--only | corpus:--with | corpus:--git | corpus:--jobs)
            ;;
        corpus:*)
            [[ $current == -* ]] && words="-h --help --only --with --git --jobs"
            ;;
        evaluate:--report | evaluate:--assets | evaluate:--seed | evaluate:--jobs)
            ;;
        evaluate:--format)
            words="json text"
            ;;
        evaluate:*)
            [[ $current == -* ]] && words="-h --help --report --assets --held-out --all --format --seed --jobs"
            ;;
        explain:--assets | explain:--config)
            ;;
        explain:*)
            [[ $current == -* ]] && words="-h --help --assets --config --isolated"
            ;;
        languages:--format)
            words="json text"
            ;;
        languages:--assets | languages:--config)
            ;;
        languages:*)
            [[ $current == -* ]] && words="-h --help --format --assets --config --isolated"
            ;;
        lsp:--severity)
            words="error warning information hint"
            ;;
        lsp:*)
            [[ $current == -* ]] && words="-h --help --stdio --on-change --severity"
            ;;
        train:--output | train:--names | train:--measured | train:--seed | train:--jobs | train:--shards | train:--wait | train:--healthy | train:--wrong-names | train:--decision | train:--tensorboard | train:--tokens | train:--pairs | train:--triples | train:--gaps | train:--units | train:--l2 | train:--dropout | train:--epochs | train:--batch | train:--samples | train:--rate | train:--whole | train:--forgotten | train:--label-smoothing)
            ;;
        train:--final)
            words="all training"
            ;;
        train:--input)
            words="log counts"
            ;;
        train:--output-activation)
            words="linear relu"
            ;;
        train:*)
            [[ $current == -* ]] && words="-h --help --output --names --report-only --final --measured --seed --jobs --shards --wait --healthy --wrong-names --decision --tensorboard --tokens --pairs --triples --gaps --input --units --l2 --dropout --output-activation --epochs --batch --samples --rate --whole --forgotten --label-smoothing"
            ;;
    esac
    # shellcheck disable=SC2207 # none of the words has a space
    COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _langdetect_hook langdetect-hook
