#!/usr/bin/env bash
# Has Graphviz draw, and Mermaid read, the map of every shipped scenario in every colouring, and of one whose
# words are the grammar of both; fails where one draws nothing, says anything or finds other things than were
# written. Usage: bash Tests/Support/draw-maps.sh BINARY PYTHON
set -euo pipefail
cd "$(dirname "$0")/../.."
binary=$1
python=$2
command -v dot >/dev/null || { echo "Graphviz (dot) is not installed"; exit 1; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
drawn=0
words='"title": "end \\"x\\" `y` #35; \&amp; [a](b) |c| %% --> <br> é \\\\n; A --> B'
sed "s~\"title\": \"Half a map~$words~" Scenarios/Library/june-fourth.json >"$scratch/hostile.json"
grep -qF 'end \"x\"' "$scratch/hostile.json"
for file in Scenarios/Library/*.json "$scratch/hostile.json"; do
  for colors in both result audience; do
    "$binary" map "$file" --format dot --color-by "$colors" >"$scratch/map.dot"
    dot -Tsvg "$scratch/map.dot" >"$scratch/map.svg" 2>"$scratch/said"
    if [ -s "$scratch/said" ] || ! grep -q '</svg>' "$scratch/map.svg"; then
      echo "$file, coloured by $colors:"
      cat "$scratch/said"
      exit 1
    fi
    ways=$(grep -c -- ' -> ' "$scratch/map.dot")
    shown=$(grep -c 'class="edge"' "$scratch/map.svg")
    [ "$ways" = "$shown" ] || { echo "$file: $shown of $ways ways are drawn"; exit 1; }
    drawn=$((drawn + 1))
    "$binary" map "$file" --format mermaid --color-by "$colors" >"$scratch/$drawn.mmd"
  done
done
echo "$drawn maps drawn, and Graphviz said nothing"
"$python" Tests/Support/parse_mermaid.py "$scratch"/*.mmd
