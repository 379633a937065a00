/** English texts of saved views and pivot tables. */
export const viewsEn = {
  views: {
    title: "Saved views",
    about: "Links to pages with their filters. They are kept in this browser only.",
    name: "Name of the view",
    save: "Save this view",
    keep: "Save",
    saved: (name: string) => `Saved: ${name}`,
    none: "Nothing is saved yet.",
    rename: "Rename",
    remove: "Delete",
    removed: (name: string) => `Deleted: ${name}`,
    undo: "Undo",
    cancel: "Cancel",
    export: "Save as a file",
    import: "Add from a file",
    imported: (count: string) => `Views added: ${count}`,
    notRead: "There are no saved views in this file.",
    blocked: "This browser keeps nothing for this site: its storage is blocked or full. Copy the link instead.",
  },
  pivot: {
    title: "Pivot table",
    rows: "Rows",
    columns: "Columns",
    measure: "Measure",
    heading: (measure: string, rows: string, columns: string) => `${measure}: ${rows} × ${columns}`,
  },
};
