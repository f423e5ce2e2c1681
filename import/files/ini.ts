/** The sections of an AWS file, as they are named in it; comments are dropped. */
export function iniSections(text: string): Record<string, Record<string, string>> {
  const sections: Record<string, Record<string, string>> = {};
  let section: Record<string, string> = {};
  for (const line of text.split(/\r?\n/)) {
    const title = /^\s*\[\s*([^\]]+?)\s*\]/.exec(line)?.[1];
    const setting = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line);
    if (title) {
      section = sections[title] ?? {};
      sections[title] = section;
    } else if (setting?.[1]) section[setting[1]] = (setting[2] ?? '').replace(/\s[#;].*$/, '');
  }
  return sections;
}
