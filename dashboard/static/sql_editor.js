// The editor of the SQL page: CodeMirror with DuckDB's words, the published views and their columns.

import * as code from "./vendor/codemirror.js";

const DUCKDB = code.SQLDialect.define({
  ...code.PostgreSQL.spec,
  keywords: `${code.PostgreSQL.spec.keywords} qualify exclude replace asof semi anti positional pivot unpivot summarize
    sample`,
  builtin: `count sum avg min max median mode quantile_cont stddev arg_min arg_max any_value first last list string_agg
    row_number rank dense_rank lag lead ln exp sqrt abs round floor ceil greatest least coalesce nullif if lower upper
    length substr left right replace trim concat contains starts_with regexp_matches split_part string_split strftime
    date_trunc date_diff list_contains unnest json_extract_string count_if bool_or bool_and histogram approx_quantile`,
});

const COLOURS = code.HighlightStyle.define([
  { tag: code.tags.keyword, color: "var(--low)", fontWeight: "600" },
  { tag: [code.tags.string, code.tags.number, code.tags.bool, code.tags.null], color: "var(--high-ink)" },
  { tag: [code.tags.standard(code.tags.name), code.tags.typeName], color: "var(--agrees-ink)" },
  { tag: code.tags.comment, color: "var(--muted)", fontStyle: "italic" },
]);

const LOOK = code.EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--card)", fontSize: "14px" },
  "&.cm-focused": { outline: "2px solid var(--low)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.6", minHeight: "110px", maxHeight: "60vh" },
  ".cm-content": { padding: "14px 0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 16px" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--low-soft)",
  },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--band)", outline: "1px solid var(--faint)" },
  ".cm-tooltip": { backgroundColor: "var(--card)", border: "1px solid var(--rule)", color: "var(--ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { fontFamily: "var(--mono)", padding: "3px 10px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--low-soft)",
    color: "var(--ink)",
  },
  ".cm-completionDetail": { color: "var(--muted)", fontStyle: "normal" },
  ".cm-completionInfo": { fontFamily: "var(--sans)", fontSize: "13px", maxWidth: "300px", padding: "8px 12px" },
});

// Typed over a selection, text is put in by CodeMirror: the browser would carry the look of what was selected over as
// an inline style, and the page's policy allows none.
const REPLACES_ITSELF = code.EditorView.domEventHandlers({
  beforeinput(event, view) {
    if (event.inputType !== "insertText" || !event.data || view.state.selection.main.empty) return false;
    view.dispatch(view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type" }));
    event.preventDefault();
    return true;
  },
});

// Columns of the views that the query names; of all views as long as it names none.
function columnsInReach(views, text) {
  const named = views.filter(({ name }) => new RegExp(`\\b${name}\\b`, "i").test(text));
  const columns = new Map();
  for (const option of (named.length ? named : views).flatMap(columnOptions)) {
    if (!columns.has(option.label)) columns.set(option.label, option);
  }
  return [...columns.values()];
}

function columnSource(views) {
  return (context) => {
    const begun = context.matchBefore(/\w+$/);
    if (!begun && !context.explicit) return null;
    if (context.matchBefore(/\.\w*|\b(from|join)\s+\w*/i)) return null;
    const options = columnsInReach(views, context.state.doc.toString());
    return { from: begun?.from ?? context.pos, options, validFor: /^\w*$/ };
  };
}

function columnOptions({ name, columns }) {
  return columns.map((column) => ({
    label: column.name,
    type: "property",
    detail: `${name} · ${column.type.toLowerCase()}`,
    info: column.comment || undefined,
    boost: 1,
  }));
}

function language(views) {
  const schema = Object.fromEntries(
    views.map((view) => {
      const self = { label: view.name, type: "type", detail: "view" };
      return [view.name, { self, children: columnOptions(view) }];
    }),
  );
  const sql = code.sql({ dialect: DUCKDB, schema });
  return [sql, sql.language.data.of({ autocomplete: columnSource(views) })];
}

// `views` are rows of /api/v1/schema; `run` and `changed` are called without and with the text. The editor stands in a
// shadow root, where CodeMirror gives its rules to the browser as constructed sheets: the policy allows no others.
export function createEditor({ host, text, label, views, run, changed }) {
  host.classList.add("open");
  const root = host.attachShadow({ mode: "open" });
  const runs = { key: "Mod-Enter", run: () => { run(); return true; } };
  const accepts = { key: "Tab", run: code.acceptCompletion };
  const view = new code.EditorView({
    parent: root,
    root,
    state: code.EditorState.create({
      doc: text,
      extensions: [
        code.keymap.of([runs, accepts, ...code.closeBracketsKeymap, ...code.completionKeymap]),
        code.keymap.of([...code.defaultKeymap, ...code.historyKeymap]),
        code.history(),
        code.drawSelection(),
        code.indentOnInput(),
        code.bracketMatching(),
        code.closeBrackets(),
        code.autocompletion({ icons: false }),
        code.syntaxHighlighting(COLOURS),
        code.EditorView.lineWrapping,
        REPLACES_ITSELF,
        code.EditorView.contentAttributes.of({ "aria-label": label, "data-editor": "" }),
        code.EditorView.updateListener.of((update) => update.docChanged && changed(view.state.doc.toString())),
        LOOK,
        language(views),
      ],
    }),
  });
  return {
    focus: () => view.focus(),
    text: () => view.state.doc.toString(),
    insert: (piece) => view.dispatch(view.state.replaceSelection(piece)),
  };
}
