#!/usr/bin/env bash
# Drives the real binary on a pseudo-terminal: every way out, playing, typing, pasting, resizing, Ctrl-Z.
# usage: drive-screen.sh BINARY PYTHON [DEBUG-BINARY]
# PYTHON has pyte (pip install pyte). The debug binary crashes on request; without one that is left out.
set -uo pipefail
cd "$(dirname "$0")/../.."
binary=$1 python=$2 debug=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export XDG_DATA_HOME=$scratch/data XDG_CONFIG_HOME=$scratch/config
touch "$scratch/passed" "$scratch/failed"

shot() { "$python" Tests/Support/termshot.py --no-png --no-unknown --step-timeout 8 --quiet 0.08 "$@"; }
# Runs one check beside others: they mostly wait.
check() {
  while [ "$(jobs -rp | wc -l)" -ge 4 ]; do wait -n; done
  one "$@" &
}
one() {
  local name=$1 output
  shift
  if output=$("$@" 2>&1); then
    echo "ok   $name" >>"$scratch/passed"
  else
    printf 'FAIL %s\n%s\n' "$name" "$(printf '%s\n' "$output" | head -40)"
    echo "$name" >>"$scratch/failed"
  fi
}
play() { shot "$@" -- "$binary" play june-fourth --seed 7; }
alone() { shot "$@" -- "$binary" play june-fourth --seed 7 --full; }
lines() { shot "$@" -- "$binary" play june-fourth --seed 7 --plain; }

asked=(-s 'until Space' -s 'key End' -s 'until What do you say' -s 'until Ctrl-C')

# Every way out, inline, on a screen of its own, and in lines.
for way in play alone; do
  check "$way: quit" $way "${asked[@]}" -s 'type quit' -s 'key Enter' --expect-exit 0 --check-restored --expect 'rehearse resume'
  check "$way: Ctrl-C" $way "${asked[@]}" -s 'key C-c' --expect-exit 130 --check-restored --expect 'rehearse resume'
  check "$way: end of input" $way "${asked[@]}" -s 'key C-d' --expect-exit 0 --check-restored
  check "$way: Ctrl-\\" $way "${asked[@]}" -s 'key C-\' --expect-exit 131 --check-restored
  check "$way: while reading" $way -s 'until Space' -s 'key C-c' --expect-exit 130 --check-restored
  check "$way: TERM" $way "${asked[@]}" -s 'signal TERM' --expect-exit 143 --check-restored
  check "$way: HUP" $way "${asked[@]}" -s 'signal HUP' --expect-exit 129 --check-restored
  check "$way: SEGV" $way "${asked[@]}" -s 'signal SEGV' --expect-exit 139 --check-restored --expect 'rehearse resume'
  check "$way: ILL" $way "${asked[@]}" -s 'signal ILL' --expect-exit 132 --check-restored --expect 'rehearse resume'
  check "$way: Ctrl-Z, fg" $way "${asked[@]}" -s 'type kept' -s 'key C-z' -s expect-stopped \
    -s check-restored -s fg -s 'until kept' -s 'until What do you say' -s 'type _on' -s 'until kept_on' \
    -s 'key C-z' -s expect-stopped -s check-restored -s fg -s 'until kept_on' -s 'signal TERM' \
    --expect-exit 143 --check-restored
done
check "lines: Ctrl-C" lines -s 'until Type 1' -s 'key C-c' --expect-exit 130 --check-restored --expect 'rehearse resume'
check "lines: TERM" lines -s 'until Type 1' -s 'signal TERM' --expect-exit 143 --check-restored
check "lines: HUP" lines -s 'until Type 1' -s 'signal HUP' --expect-exit 129 --check-restored
check "lines: SEGV" lines -s 'until Type 1' -s 'signal SEGV' --expect-exit 139 --check-restored --expect 'rehearse resume'
check "lines: Ctrl-Z, fg" lines -s 'until Type 1' -s 'key C-z' -s expect-stopped -s check-restored -s fg \
  -s 'type quit' -s 'key Enter' --expect-exit 0 --check-restored

# The program's own crashes: a trap, and a stack that is full.
if [ -n "$debug" ]; then
  for how in trap:132 overflow:139; do
    for way in screen full plain; do
      [ "$way" = screen ] && option= || option=--$way
      [ "$way" = plain ] && ready=(-s 'until Type 1') || ready=("${asked[@]}")
      check "crash by ${how%:*}: $way" shot -e "REHEARSE_TEST_CRASH=${how%:*}" "${ready[@]}" \
        -s 'type crash now' -s 'key Enter' --expect-exit "${how#*:}" --check-restored \
        --expect 'rehearse resume' -- "$debug" play june-fourth --seed 7 $option
    done
  done
fi

# Playing, and what is left in the scrollback.
check "a number answers, a letter with Enter, the arrows" play "${asked[@]}" -s 'key 1' -s 'until second plan' \
  -s 'type c' -s 'key Enter' -s 'settle 0.2' -s 'key End' -s 'until her sister' -s 'wait 1.3' \
  -s 'key Down Down Enter' -s 'settle 0.2' -s 'key End' -s 'until Mia in care' --expect 'You'
check "help, and back to the question" play "${asked[@]}" -s 'key ?' -s 'until takes your last line back' \
  -s 'key Space' -s 'until What do you say'
check "a paste of two lines is kept and not sent" play "${asked[@]}" -s 'paste "one day\nat a time"' \
  -s 'until one day' -s 'expect at a time' -s 'expect She was told a year' -s 'expect-mode 2004 on'
check "a resize in mid-word" play "${asked[@]}" -s 'type cale' -s 'resize 40x12' -s 'until > cale' -s 'type ndar' \
  -s 'until calendar' -s 'resize 100x40' -s 'until calendar' -s 'expect What do you say'
check "the editor of the person" shot -e EDITOR="sed -i s/five/seven/" "${asked[@]}" -s 'type five weeks' \
  -s 'key C-x C-e' -s 'until seven weeks' -- "$binary" play june-fourth --seed 7
check "the menu" shot -g 80x40 -s 'until Shoes On' -s 'key Down' \
  -s 'type q' -s 'key Enter' --expect-exit 0 --check-restored -- "$binary"
for way in 'key C-c|130' 'signal TERM|143' 'signal HUP|129' 'key C-d|0' 'signal SEGV|139'; do
  check "the menu: ${way%|*}" shot -g 80x40 -s 'until Shoes On' -s "${way%|*}" \
    --expect-exit "${way#*|}" --check-restored -- "$binary"
done
check "the menu: Ctrl-Z, fg" shot -g 80x40 -s 'until Shoes On' -s 'key C-z' -s expect-stopped \
  -s check-restored -s fg -s 'until Shoes On' -s 'key C-d' --expect-exit 0 --check-restored -- "$binary"
check "a talk taken up, and left again" shot "${asked[@]}" -s 'key 1' -s 'until second plan' \
  -s 'signal TERM' --expect-exit 143 --check-restored -- "$binary" play june-fourth --seed 7
check "the conversation scrolls on a screen of its own" alone "${asked[@]}" -s 'key PgUp' \
  -s 'until A family room' -s 'key PgDn' -s 'until matchbook' -s 'until What do you say'

# Sizes, contrast and colour.
for size in 40x12 55x16 80x24 200x60; do
  for theme in light dark; do
    check "$size $theme" play -g "$size" --theme "$theme" --min-contrast 4.5 -s 'settle 0.3' -s 'key End' \
      -s 'until What do you say' -s 'key Down' -s 'key 1' -s 'settle 0.3' -s 'key ?'
  done
done
no_color() {
  play -e NO_COLOR=1 --raw -o "$scratch/plain" "${asked[@]}" -s 'key 1' -s 'settle 0.2' &&
    ! LC_ALL=C grep -aoP '\x1b\[[0-9;]*m' "$scratch/plain.raw" | LC_ALL=C grep -qP '[34][0-9]|9[0-7]|10[0-7]'
}
check "NO_COLOR sends no colour" no_color
plain_bytes() {
  printf '1\nquit\n' | "$binary" play june-fourth --seed 7 >"$scratch/piped" &&
    ! LC_ALL=C grep -qP '[\x00-\x09\x0b-\x1f\x7f]' "$scratch/piped"
}
check "a pipe gets text only" plain_bytes

wait
cat "$scratch/passed"
echo "$(wc -l <"$scratch/passed") passed, $(wc -l <"$scratch/failed") failed, $SECONDS s"
[ ! -s "$scratch/failed" ]
