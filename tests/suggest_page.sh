#!/bin/sh
# suggest_page.sh - the review page of `gloss dict suggest` in a browser: what is
# clicked and edited there comes out in the tables that it offers to download.
# BUILD (build), CHROMIUM (chromium). Ends 1 where it does not.
set -eu
build=${BUILD:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/texts"
cat >"$work/texts/a.txt" <<'TEXT'
Kirill Oranov met Ann Bell in Westford. Later Kirill Oranov </script> left.
TEXT
"$build/gloss" dict suggest -q --min 1 --html "$work/page.html" "$work/texts" >/dev/null

# What a reader does: accepts the first, under another name; rejects the second.
cat >"$work/hand.html" <<'HAND'
<script>
const input = data.rows[0].article.querySelector("[data-field=name]");
input.value = "Kirill O\tranov";
input.dispatchEvent(new Event("input"));
data.rows[0].yes.click();
data.rows[1].no.click();
byId("show").value = "accept";
byId("show").dispatchEvent(new Event("change"));
const shown = document.querySelectorAll("article:not([hidden])").length;
document.body.append(element("pre", shown + " shown\n" + entries() + decisions(),
  { id: "out" }));
</script>
HAND
sed '/^<\/body>/,$d' "$work/page.html" >"$work/tried.html"
cat "$work/hand.html" >>"$work/tried.html"
timeout 60 "${CHROMIUM:-chromium}" --headless --no-sandbox --disable-gpu \
  --disable-quic --no-first-run --disable-background-networking \
  --disable-component-update --disable-sync --user-data-dir="$work/profile" \
  --dump-dom "file://$work/tried.html" 2>/dev/null |
  sed -n '/<pre id="out">/,/<\/pre>/p' | sed 's/<[^>]*>//g; /^$/d' >"$work/out"
cat >"$work/expected" <<'EXPECTED'
1 shown
id	type	name	aliases
per:kirill-oranov	PERSON	Kirill O ranov	
name	decision
Kirill Oranov	accept
Ann Bell	reject
EXPECTED
diff "$work/expected" "$work/out" >&2
