import { createContext, useContext } from "react";
import type { Language, Text } from "../core/text";

export const LanguageContext = createContext<Language>("zh");

/** Words a text in the language the person reads. */
export function useWords(): (text: Text) => string {
  const language = useContext(LanguageContext);
  return (text) => text[language];
}
