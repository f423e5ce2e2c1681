/** A PDF of one page with some text in it (ISO 32000-1, 7.5): what has none is read as a picture, by other code. */

const LINES = [
  'Minutes of the meeting of the allotment society.',
  'The hedge along the northern path is to be cut before the end of March.',
  'The key of the tool shed is with the treasurer until the lock has been replaced.',
  'Members who would like a second plot are asked to put their names on the list.',
];

/** The bytes of the file; the same each time. */
export function pdfDocument(): Buffer {
  const shown = LINES.map((line) => `(${line}) Tj T*`).join('\n');
  const content = `BT /F1 12 Tf 14 TL 50 780 Td\n${shown}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(`${text}${table}${trailer}`, 'latin1');
}
