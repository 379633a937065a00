/** English texts of the page glossary. */
export const glossaryEn = {
  glossary: {
    intro: "What each number means, in the words of the contract the warehouse is held to after every build.",
  },
};
