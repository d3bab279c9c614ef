import { Checkbox, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { useWords } from "../language";
import { groupOffered } from "./group-offered";
import type { OfferedIndicator } from "./indicator-parts";
import { certaintyNames, certaintyShapes, indicatorTexts as texts } from "./texts";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalXS, minWidth: 0, margin: 0, padding: 0, border: "none" },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS },
  search: { minHeight: "44px", minWidth: 0 },
  list: { maxHeight: "min(46vh, 420px)", overflowY: "auto", border: `1px solid ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  group: { margin: 0, padding: 0, border: "none", minWidth: 0 },
  /** Fluent's own is no wider than its words; a finger takes the whole line. */
  category: { display: "flex", maxWidth: "none", padding: "6px 0", backgroundColor: tokens.colorNeutralBackground3, "& label": { flexGrow: 1, fontWeight: tokens.fontWeightSemibold } },
  one: { display: "flex", maxWidth: "none", padding: "6px 0", "& label": { flexGrow: 1 }, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  unit: { color: tokens.colorNeutralForeground2 },
  own: { display: "block", fontSize: tokens.fontSizeBase200, color: tokens.colorPaletteDarkOrangeForeground1 },
  definition: { display: "block", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  notice: { margin: 0, padding: tokens.spacingVerticalM },
});

export type OfferedListProps = { readonly offered: readonly OfferedIndicator[]; readonly chosen: ReadonlySet<string>; readonly onChoose: (ids: readonly string[], isChosen: boolean) => void };

/** The indicators there are, by category, to choose from. */
export function OfferedList({ offered, chosen, onChoose }: OfferedListProps) {
  const styles = useStyles();
  const words = useWords();
  const [search, setSearch] = useState("");
  const groups = useMemo(() => groupOffered(offered, search), [offered, search]);
  const found = groups.flatMap(({ indicators }) => indicators);
  const stateOf = (indicators: readonly OfferedIndicator[]): boolean | "mixed" => {
    const count = indicators.filter(({ id }) => chosen.has(id)).length;
    return count === 0 ? false : count === indicators.length ? true : "mixed";
  };
  const chooseAll = (indicators: readonly OfferedIndicator[]): void => onChoose(indicators.map(({ id }) => id), stateOf(indicators) !== true);
  return (
    <fieldset className={styles.box}>
      <legend className={styles.legend}>
        {words(texts.choose)} <span role="status">{words(texts.chosen(chosen.size))}</span>
      </legend>
      <Input className={styles.search} type="search" aria-label={words(texts.find)} placeholder={words(texts.find)} value={search} onChange={(_, { value }) => setSearch(value)} />
      <div className={styles.list} tabIndex={0} role="region" aria-label={words(texts.choose)}>
        {found.length === 0 ? (
          <p className={styles.notice}>{words(texts.noneFound)}</p>
        ) : (
          <Checkbox className={styles.category} label={words(texts.all(found.length))} checked={stateOf(found)} onChange={() => chooseAll(found)} />
        )}
        {groups.map(({ category, indicators }) => {
          const name = category ?? words(texts.otherCategory);
          return (
            <div key={name} className={styles.group} role="group" aria-label={name}>
              {groups.length > 1 && <Checkbox className={styles.category} label={words(texts.category(name, indicators.length))} checked={stateOf(indicators)} onChange={() => chooseAll(indicators)} />}
              {indicators.map(({ id, name: indicator, unit, definition, certainty }) => (
                <Checkbox
                  key={id}
                  className={styles.one}
                  checked={chosen.has(id)}
                  onChange={(_, { checked }) => onChoose([id], checked === true)}
                  label={
                    <>
                      {indicator}
                      {unit !== "" && <span className={styles.unit}>（{unit}）</span>}
                      {definition !== "" && <span className={styles.definition}>{definition}</span>}
                      {certainty === "own" && (
                        <span className={styles.own}>
                          <span aria-hidden>{certaintyShapes.own}</span> {words(certaintyNames.own)}
                        </span>
                      )}
                    </>
                  }
                />
              ))}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}
