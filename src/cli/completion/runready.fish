# Completion of runready for fish: runready completion fish | source

# A word as the program would be given it: `~` and variables are put in, as far as they are set.
function __runready_as_given
    set -l word (string replace -r -- '^(--[a-z-]+=)?~(?=/|$)' '${1}'"$HOME" $argv[1])
    while set -l parts (string match -r -- '^([^$]*)\$([A-Za-z_]\w*)(.*)$' "$word")
        set -l name $parts[3]
        set -q $name; or break
        set word "$parts[2]$$name$parts[4]"
    end
    printf '%s\n' "$word"
end

function __runready_candidates
    set -l words
    for word in (commandline -opc)
        set -a words (__runready_as_given "$word")
    end
    # The last word as it stands, so that of an open quote or a backslash what is meant.
    set -l typed (commandline -ct)
    set -l word (string unescape -- "$typed"; or string unescape -- "$typed'"; or string unescape -- "$typed\""; or printf '%s\n' "$typed")
    set -l program $words[1]
    command -q $program; or return
    set -l lines (command $program completion candidates -- $words[2..] (__runready_as_given "$word") 2>/dev/null)
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
