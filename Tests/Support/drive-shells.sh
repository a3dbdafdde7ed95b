#!/usr/bin/env bash
# Completes command lines in bash, zsh and fish themselves, and reads the man page as man would.
# usage: drive-shells.sh BINARY PYTHON
set -uo pipefail
binary=$(realpath "$1")
# The link itself: what it points to would not know the environment it stands in.
python=$(realpath -s "$2")
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
mkdir "$scratch/bin"
ln -s "$binary" "$scratch/bin/rehearse"
export PATH=$scratch/bin:$PATH
failed=0

for shell in bash zsh fish; do rehearse completions "$shell" >"$scratch/rehearse.$shell"; done
printf '1\nquit\n' | rehearse play june-fourth >/dev/null
attempt=$(rehearse completions attempts)

# What is typed, and what must be among the completions; the same in every shell.
cases=(
  'pl|play' 'play ju|june-fourth' 'play --mo|--mode' 'play --mode le|learn' 'class the|the-same-sentence'
  'help exit|exit-codes' 'completions fi|fish' "resume ${attempt:0:4}|$attempt" 'check my-|my-own.json'
  'class june-fourth --ground pa|paper' 'import st|story.twee'
)
touch "$scratch/my-own.json" "$scratch/story.twee"
cd "$scratch" || exit 1

in_bash() {
  bash --norc -c '
    source rehearse.bash
    line="rehearse $1"
    read -ra COMP_WORDS <<<"$line"
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _rehearse rehearse
    printf "%s\n" "${COMPREPLY[@]}"' bash "$1"
}
in_fish() {
  fish --private --no-config -c 'source rehearse.fish; complete -C $argv[1]' "rehearse $1" | cut -f1
}
# zsh completes only at a prompt: Tab there must make the whole word of what is unique.
in_zsh() {
  "$python" "$here/termshot.py" --no-png -g 100x20 -e HOME="$scratch" -e PATH="$PATH" \
    -e XDG_DATA_HOME="$XDG_DATA_HOME" -o "$scratch/zsh" --step-timeout 10 --timeout 30 \
    -s 'type PS1=READY:' -s 'key Enter' -s 'until-re (?m)^READY:' \
    -s 'type autoload -U compinit; compinit -u -D; source rehearse.zsh; clear; PS1=GO:' -s 'key Enter' \
    -s 'until-re (?m)^GO:' -s "type rehearse $1" -s 'key Tab' -s 'settle 0.4' -- zsh -f >/dev/null 2>&1
  tr -s ' \n' '\n\n' <"$scratch/zsh.txt"
}

for shell in bash fish zsh; do
  for case in "${cases[@]}"; do
    if "in_$shell" "${case%%|*}" 2>"$scratch/errors" | grep -qxF -- "${case##*|}" &&
      [ ! -s "$scratch/errors" ]; then
      echo "ok   $shell: rehearse ${case%%|*}"
    else
      echo "FAIL $shell: rehearse ${case%%|*}, wanted ${case##*|}"
      cat "$scratch/errors"
      [ "$shell" = zsh ] && grep -v '^$' "$scratch/zsh.txt"
      failed=1
    fi
  done
done

# The man page: nothing for mandoc to complain about, and it can be read.
rehearse man >rehearse.1
if ! mandoc -T lint -W warning rehearse.1 || ! man -l rehearse.1 2>&1 | grep -q 'rehearse class'; then
  echo "FAIL the man page"
  failed=1
else
  echo "ok   the man page"
fi
exit $failed
