# Completion of runready for fish: runready completion fish | source

function __runready_candidates
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
    command -q $program; or return
    set -l lines (command $program completion candidates -- $words[2..] "$word" 2>/dev/null)
    if test "$lines[1]" = :path
        set -l flag (string match -r -- '^--[a-z-]+=' "$word")
        for path in (__fish_complete_path (string replace -- "$flag" '' "$word"))
            echo "$flag$path"
        end
    else
        printf '%s\n' $lines
    end
end

complete -c runready -f -k -a '(__runready_candidates)'
