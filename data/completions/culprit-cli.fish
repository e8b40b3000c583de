# SPDX-FileCopyrightText: 2026 The Culprit authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Completion of culprit-cli's commands and options for fish; what is neither is a file.

# The command of the line, if there is one before the cursor.
function __culprit_cli_command
    set -l words (commandline -opc)
    set -e words[1]
    while set -q words[1]
        switch $words[1]
            case --profile
                set -e words[1]
            case '-*'
            case '*'
                echo $words[1]
                return 0
        end
        set -e words[1]
    end
    return 1
end

function __culprit_cli_is
    contains -- (__culprit_cli_command) $argv
end

function __culprit_cli_add_command -a name description
    complete -c culprit-cli -n 'not __culprit_cli_command >/dev/null' -f -a $name -d $description
end

# __culprit_cli_add COMMANDS OPTION…
function __culprit_cli_add -a commands
    complete -c culprit-cli -n "__culprit_cli_is $commands" $argv[2..]
end

complete -c culprit-cli -s h -l help -d 'Show help'
complete -c culprit-cli -l profile -x -a '(culprit-cli profile --list 2>/dev/null)' -d 'The project whose forms and habits to follow'
complete -c culprit-cli -n 'not __culprit_cli_command >/dev/null' -l version -d 'Print the version'

__culprit_cli_add_command clean 'The clean log'
__culprit_cli_add_command tail 'Its last lines'
__culprit_cli_add_command failures 'What failed, best first'
__culprit_cli_add_command excerpt 'The lines that explain it'
__culprit_cli_add_command issue 'The issue that the log should become'
__culprit_cli_add_command comment 'A comment for an issue that exists already'
__culprit_cli_add_command rerun 'Commands that run the failing tests again'
__culprit_cli_add_command pr 'What goes on a pull request that mends it'
__culprit_cli_add_command fetch 'The raw log of a job at an address'
__culprit_cli_add_command known 'Issues that report the failures already'
__culprit_cli_add_command history 'Since which build it fails, and what came between'
__culprit_cli_add_command triage 'What fails on the main branch now'
__culprit_cli_add_command submit 'File the issue, after it was shown'
__culprit_cli_add_command react 'Say 👍 to an issue'
__culprit_cli_add_command profile 'A profile made from a project’s issue form'
__culprit_cli_add_command rules 'The rule files, and what is wrong in them'

__culprit_cli_add clean -s f -l follow -d 'Go on with what is written to the file'
__culprit_cli_add 'clean tail' -l mask -d 'Mask secrets'
__culprit_cli_add tail -s n -l lines -x -d 'How many lines'
__culprit_cli_add excerpt -l max-lines -x -d 'At most so many lines'
__culprit_cli_add excerpt -l max-bytes -x -d 'At most so many bytes'
__culprit_cli_add 'issue comment submit history' -l job -x -d 'Name of the job, where the log does not say it'
__culprit_cli_add 'issue comment submit' -l commit -x -d 'Commit, where the log does not say it'
__culprit_cli_add issue -l title -d 'Print the title alone'
__culprit_cli_add issue -l body -d 'Print the body alone'
__culprit_cli_add 'failures issue known history triage' -l json -d 'Print JSON'
__culprit_cli_add comment -l send -x -d 'Send it to an issue, after it was shown'
__culprit_cli_add 'comment submit react' -l dry-run -d 'Show what would go out, and send nothing'
__culprit_cli_add 'comment submit react' -l yes -d 'Send it without asking'
__culprit_cli_add history -l test -x -d 'A test of it'
__culprit_cli_add history -l branch -x -d 'Another branch than the profile’s main one'
__culprit_cli_add history -l exact -d 'Look until the one build is found'
__culprit_cli_add triage -l days -x -d 'Look at the last days'
__culprit_cli_add triage -l all -d 'Show tests that always fail, too'
__culprit_cli_add triage -l max-logs -x -d 'Download no more logs than so many'
__culprit_cli_add triage -l markdown -d 'Print a table for a comment'
__culprit_cli_add triage -l csv -d 'Print comma-separated values'
__culprit_cli_add rerun -l loop -d 'Again and again, until it fails'
__culprit_cli_add pr -l issue -x -d 'The issue that it closes'
__culprit_cli_add fetch -l list -d 'List the jobs'
__culprit_cli_add fetch -l job -x -d 'The job to take'
__culprit_cli_add fetch -s o -l output -r -d 'Where to write'
__culprit_cli_add profile -l list -d 'List the profiles'
__culprit_cli_add profile -l repository -x -d 'The repository whose logs it is for'
__culprit_cli_add rules -l check -d 'Look for mistakes'
