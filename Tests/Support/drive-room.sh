#!/usr/bin/env bash
# Leads a class in a pseudo-terminal, as a facilitator would: drive-room.sh REHEARSE PYTHON [DEBUG-BINARY]
# The debug binary crashes on request; without one that is left out.
# From frame to close, every way out, contrast on each ground, four sizes, notes on a second screen.
set -euo pipefail
binary=$(realpath "$1")
python=$2
debug=${3:+$(realpath "$3")}
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
script=$scratch/porch.json
cat >"$script" <<'JSON'
{
  "format": "rehearse-scenario/1", "id": "porch", "title": "The porch",
  "summary": "Ray asks when.", "setting": "A porch, after rain.", "listener": "ray",
  "cast": { "ray": { "name": "Ray", "role": "birth-parent", "about": "Wants his boy home." } },
  "watchFor": ["Whose hands are still?"], "after": ["Say one date today."],
  "opening": "step",
  "moments": {
    "step": {
      "lines": [{ "by": "ray", "text": "So when is he home?", "mood": "tired" }],
      "ask": "He wants a date. What do you say?",
      "replies": [
        { "id": "date", "say": "The judge looks on May 2. Nobody knows yet how it ends.",
          "rates": { "honesty": 4, "clarity": 4, "shared-parenting": null },
          "why": "One date, and what is not known.", "heard": "May 2. Maybe.", "next": "end" },
        { "id": "promise", "say": "Do the classes and he will be home by May.",
          "rates": { "honesty": 1, "clarity": 3, "shared-parenting": null },
          "why": "Nobody can promise it.", "heard": "He is coming home.", "next": "end" }
      ]
    },
    "end": {
      "lines": [{ "text": "He nods." }],
      "ending": { "title": "At the rail", "text": "He knows more.", "kind": "connected" }
    }
  }
}
JSON

number=0
# Runs one class of its own: shot NAME SIZE STEPS-AND-OPTIONS... -- WORDS-OF-REHEARSE...
shot() {
  local name=$1 size=$2
  shift 2
  number=$((number + 1))
  local out=$scratch/${name//[^a-zA-Z0-9-]/_}
  if ! "$python" "$here/termshot.py" --no-png -g "$size" -e "HOME=$scratch/home-$number" \
    -e XDG_DATA_HOME= --no-unknown --step-timeout 20 -o "$out" "$@" \
    >"$scratch/log" 2>&1; then
    echo "FAILED: $name"
    cat "$scratch/log" "$out.txt" 2>/dev/null || true
    exit 1
  fi
  echo "ok: $name"
}
class=("$binary" class "$script" --seed 7)

# The whole way, by key, at the size it is made for; counts are never on the screen before show.
shot whole 55x16 --min-contrast 7 \
  -s 'until TEST CARD' -s 'key 9 0' -s 'expect 90 in the room' -s 'expect 5.8' \
  -s 'key Space' -s 'until BEFORE WE BEGIN' -s 'key PgDn' -s 'expect nobody asks why' \
  -s 'key Space Space Space' -s 'until SCENE' -s 'expect So when is he home' \
  -s 'key Space' -s 'until THINK' -s 'key t' -s 'expect 1:00' \
  -s 'key Space' -s 'until VOTE 1' -s 'key v 3 7 Tab =' -s 'forbid 37' -s 'forbid 53' -s 'key Tab' \
  -s 'key Space' -s 'until HOLD IT' -s 'key b' -s 'gone HOLD IT' -s 'key PgDn' -s 'until HOLD IT' \
  -s 'key d' -s 'until TALK' -s 'key p' -s 'expect What might Ray hear' \
  -s 'key v' -s 'until VOTE 2' -s 'key 7 1 Tab 1 9' -s 'forbid 71' \
  -s 'key Esc' -s 'key s' -s 'until HOW WE VOTED' -s 'expect 37' -s 'expect 71' \
  -s 'expect At least 34 changed' \
  -s 'key Space' -s 'until WHY?' -s 'key A' -s 'expect Why might someone choose A' \
  -s 'key Space' -s 'until WHAT IT DOES' -s 'expect Why:' \
  -s 'key f' -s 'paste "May 2.\nI will come."' -s 'expect-mode 2004 on' -s 'key Enter' \
  -s 'gone Enter offers it' -s 'expect-mode 2004 off' -s 'key g l' -s 'until OUR OWN WORDS' -s 'expect I will come' \
  -s 'key Space' -s 'until WHICH ROAD' -s 'key Space' -s 'until SCENE' -s 'expect At the rail' \
  -s 'key l' -s 'until LEDGER' -s 'key l' -s 'key Space' -s 'until IN THREES' \
  -s 'expect Whose hands are still' -s 'key Space Space Space' -s 'until LOOKING BACK' \
  -s 'key Space Space Space Space Space Space Space Space' -s 'until CLOSE' \
  -s 'expect your own name' -s 'key Space' -s 'expect 24 hours' -s 'key Space' \
  -s 'until Thank you' -s 'key q' -s 'expect-exit 0' -s check-restored \
  -s 'expect What moved' -- "${class[@]}"

# Every way out gives the terminal back, on the screen and in lines where counts are being typed, and
# says how to take the class up again.
ways=(
  'Ctrl-C|key C-c|130' 'Ctrl-backslash|key C-\|131' 'TERM|signal TERM|143' 'HUP|signal HUP|129'
  'SEGV|signal SEGV|139' 'ILL|signal ILL|132'
)
hidden=(-s 'until help shows' -s 'type goto vote-one' -s 'key Enter' -s 'until typing is hidden'
  -s 'type 371 482' -s 'settle 0.2' -s 'forbid 371')
for way in "${ways[@]}" 'quit|key q q|0'; do
  IFS='|' read -r name does status <<<"$way"
  shot "screen: $name" 55x16 -s 'until TEST CARD' -s 'key g e' -s 'until VOTE 1' -s "$does" \
    -s "expect-exit $status" -s check-restored -s 'expect-mode 1049 off' -- "${class[@]}"
done
for way in "${ways[@]}" 'end of input|key Enter C-d|0' 'quit|key C-u q u i t Enter|0'; do
  IFS='|' read -r name does status <<<"$way"
  shot "lines: $name" 55x16 "${hidden[@]}" -s "$does" -s "expect-exit $status" -s check-restored \
    -s 'forbid 371' -- "${class[@]}" --plain
done
for signal in SEGV:139 INT:130; do
  shot "says how to go on: $signal" 200x16 -s 'until TEST CARD' -s "signal ${signal%:*}" \
    -s "expect-exit ${signal#*:}" -s check-restored -s "expect rehearse class $script" \
    -- "${class[@]}"
done
shot "lines: Ctrl-Z, fg" 55x16 "${hidden[@]}" -s 'key C-z' -s expect-stopped -s check-restored -s fg \
  -s 'type 371 482' -s 'settle 0.2' -s 'forbid 371' -s 'key Enter' -s 'until Counted' -s 'type 593' -s 'settle 0.2' -s 'forbid 593' -s 'key Enter' \
  -s 'type show' -s 'key Enter' -s 'until How we voted' -s 'expect 593' -s 'type seen' \
  -s 'expect seen' -s 'signal TERM' -s 'expect-exit 143' -s check-restored -- "${class[@]}" --plain
shot "screen: Ctrl-Z, fg" 55x16 -s 'until TEST CARD' -s 'key g d' -s 'until THINK' -s 'key C-z' \
  -s expect-stopped -s check-restored -s fg -s 'until THINK' -s 'key q q' -s 'expect-exit 0' \
  -s check-restored -- "${class[@]}"
if [ -n "$debug" ]; then
  for how in trap:132 overflow:139; do
    shot "screen: crash by ${how%:*}" 55x16 -e "REHEARSE_TEST_CRASH=${how%:*}" \
      -s 'until TEST CARD' -s 'key g e f' -s 'type crash now' -s 'key Enter' \
      -s "expect-exit ${how#*:}" -s check-restored -s 'expect The class stopped' \
      -- "$debug" "${class[@]:1}"
    shot "lines: crash by ${how%:*}" 55x16 -e "REHEARSE_TEST_CRASH=${how%:*}" "${hidden[@]}" \
      -s 'key C-u' -s 'type ours crash now' -s 'key Enter' -s "expect-exit ${how#*:}" \
      -s check-restored -s 'expect The class stopped' -- "$debug" "${class[@]:1}" --plain
  done
fi

# A power cut and a closed lid: the same command takes the class up where it was.
shot killed 55x16 -s 'until TEST CARD' -s 'key g e' -s 'until VOTE 1' -s 'key v 5 Tab' \
  -s 'signal KILL' -s 'expect-exit 137' -- "${class[@]}"
number=$((number - 1))
shot taken-up 55x16 -s 'until VOTE 1' -s 'expect Taken up' -s 'key s' -s 'until HOW WE VOTED' \
  -s 'expect 5 voted once' -s 'key q q' -s 'expect-exit 0' -- "${class[@]}"

# Each ground and each size: seven to one, and black and white when colour is not wanted.
for ground in light dark paper; do
  shot "ground-$ground" 55x16 --theme solarized-dark --min-contrast 7 -s 'until TEST CARD' \
    -s 'key g e' -s 'until VOTE 1' -s 'key v 3 Tab' -- "${class[@]}" --ground "$ground"
done
for size in 40x12 80x24 200x60; do
  shot "size-$size" "$size" --min-contrast 7 -s 'until TEST CARD' -s 'key g d' -s 'until THINK' \
    -s 'resize 55x16' -s 'expect What do you say' -s "resize $size" -s 'expect What do you say' \
    -- "${class[@]}"
done
shot 'resize in mid-word' 80x24 -s 'until TEST CARD' -s 'key g l f' -s 'type May sec' -s 'resize 40x12' \
  -s 'until Ours: May sec' -s 'type ond.' -s 'until second.' -s 'resize 55x16' -s 'until second.' \
  -s 'key Enter' -s 'gone Enter offers it' -s 'expect May second.' -- "${class[@]}"
shot no-colour 55x16 -e NO_COLOR=1 --raw -s 'until TEST CARD' -s 'key g e' -s 'until VOTE 1' \
  -s 'key q q' -s 'expect-exit 0' -- "${class[@]}"
if LC_ALL=C grep -aqE '\[[0-9;]*(3[0-9]|4[0-9])(;[0-9]+)*m' "$scratch/no-colour.raw"; then
  echo "FAILED: colour in spite of NO_COLOR"
  exit 1
fi
shot test-card 80x24 -s 'until TEST CARD' -s 'expect Zoom in' -s 'key Space' -s 'expect-exit 0' \
  -s check-restored -- "${class[@]}" --test-card

# Notes on another screen: they lead the room, and the room never shows them.
notes=$scratch/notes.txt
shot room 55x16 -s 'until TEST CARD' -s 'until VOTE 1' -s 'forbid COUNTS' -s 'forbid 41' \
  -s 'until HOW WE VOTED' -s 'expect 41' -s 'key q q' -s 'expect-exit 0' -- "${class[@]}" \
  --notes "$notes" &
room=$!
for _ in $(seq 100); do
  [ -s "$notes" ] && grep -q 'TEST CARD' "$notes" && break
  sleep 0.1
done
if [ "$(stat -c %a "$notes")" != 600 ]; then
  echo "FAILED: the notes can be read by others"
  exit 1
fi
number=90
shot notes 80x50 -s 'until THE ROOM SEES' -s 'key g' -s 'until GO TO' -s 'key e' -s 'until COUNTS' \
  -s 'key v' -s 'until Now counting A' -s 'key 4' -s 'key 1' -s 'until 41 before' -s 'key Esc' \
  -s 'key s' -s 'expect-exit 0' -s check-restored -- "$binary" notes "$notes" --drive
wait "$room"
echo "the room: all well"
