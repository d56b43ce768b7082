import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { examples, type NounCommand } from '../command.ts';
import { wanted } from '../complete.ts';
import { type Known, type Shell, shells, valuesOf } from '../complete-values.ts';
import { needFlags, oneOf } from '../flags.ts';
import { answer, type Session } from '../session.ts';

export const completionCommand: NounCommand = (run) =>
  new Command('completion')
    .argument('[shell]', shells.join(', '))
    .addHelpText(
      'after',
      `${examples('iis completion bash')}\n\nTo switch it on:\n${Object.values(switches)
        .map((line) => `  ${line}`)
        .join('\n')}`,
    )
    .action(
      run(async (_session, typed: string | undefined) => {
        if (typed === undefined) needFlags(['SHELL'], `Name one of ${shells.join(', ')}.`);
        const shell = oneOf('SHELL', typed!, shells);
        return answer(
          { shell, script: scripts[shell] },
          { json: (value) => value, show: ({ script }) => script },
        );
      }),
    );

const switches: Record<Shell, string> = {
  bash: 'In ~/.bashrc: eval "$(iis completion bash)"',
  zsh: 'In ~/.zshrc, after compinit: eval "$(iis completion zsh)"',
  fish: 'In config.fish: iis completion fish | source',
  powershell: 'In $PROFILE: iis completion powershell | Out-String | Invoke-Expression',
};

const scripts: Record<Shell, string> = {
  bash: `_iis() {
  local IFS=$'\\n' word
  COMPREPLY=()
  for word in $(iis complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null); do
    COMPREPLY+=("$(printf '%q' "$word")")
  done
}
complete -o default -F _iis iis`,
  zsh: `#compdef iis
_iis() {
  local -a found
  found=("\${(@f)$(iis complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found[1]" ]]; then compadd -M 'm:{a-zA-Z}={A-Za-z}' -- "\${(@)found}"; else _files; fi
}
compdef _iis iis`,
  fish: `function __iis_complete
  set -l words (commandline -opc)
  set -l last (commandline -ct)
  set -l found (iis complete -- $words[2..-1] "$last" 2>/dev/null)
  if test -n "$found[1]"; string join -- \\n $found; else; __fish_complete_path $last; end
end
complete -c iis -f -a '(__iis_complete)'`,
  powershell: `Register-ArgumentCompleter -Native -CommandName iis -ScriptBlock {
  param($word, $line, $cursor)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($word -eq '') { $words += ' ' }
  iis complete -- @words 2>$null | ForEach-Object {
    $text = if ($_ -match '\\s') { "'$_'" } else { $_ }
    [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
  }
}`,
};

/** What the scripts ask: the words that can stand at the end of a line, one a line. It never fails. */
export const completeCommand: NounCommand = (run) =>
  new Command('complete')
    .argument('[words...]', 'the line behind iis, the last word as far as it is typed')
    .addHelpText('after', examples('iis complete -- referral list --status el'))
    .action(
      run(async (session: Session, words: string[], _flags: object, command: Command) => {
        const { path, of, words: own, typed, before } = wanted(command.parent!, words);
        const values = of === null ? [] : await valuesOf(path, of, knownTo(session));
        const found = [...own, ...values].filter((one) => one.toLowerCase().startsWith(typed.toLowerCase()));
        if (found.length > 0) session.out(found.map((one) => before + one).join('\n'));
        return undefined;
      }),
    );

const knownTo = (session: Session): Known => ({
  programs: () =>
    readdirSync(join(session.dataFolder, 'programs')).map((name) =>
      name.replace(/\.json$/, '').toUpperCase(),
    ),
  specialists: async () => {
    try {
      const desk = await session.desk();
      const { specialistsToday } = await import('../../desk/specialist-list.ts');
      return (await specialistsToday(desk))
        .filter(({ works }) => works)
        .map(({ specialist }) => specialist.code);
    } catch {
      // Nobody who presses Tab wants to read about a database.
      return [];
    }
  },
});
