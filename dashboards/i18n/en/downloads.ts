/** English texts of downloads. */
export const downloadsEn = {
  downloads: {
    xlsx: "Download XLSX",
    about: "About",
    rows: "Rows",
    page: "Page",
    asOf: "As of",
    company: "Company",
    currency: "Currency",
    run: "Run",
    address: "Address",
  },
};
