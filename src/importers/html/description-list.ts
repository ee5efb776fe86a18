/* eslint-disable typescript/consistent-type-definitions -- mdast's maps are open to interfaces alone */
import type { BlockContent, DefinitionContent, Parent, PhrasingContent } from "mdast";

/** What stands by itself in a text, a quotation or an item. */
export type Block = BlockContent | DefinitionContent;

/** Terms and what is said of them, which mdast has no nodes for. */
export interface DescriptionList extends Parent {
  type: "descriptionList";
  spread: boolean;
  children: (DescriptionTerm | DescriptionDetails)[];
}

export interface DescriptionTerm extends Parent {
  type: "descriptionTerm";
  children: PhrasingContent[];
}

export interface DescriptionDetails extends Parent {
  type: "descriptionDetails";
  children: Block[];
}

declare module "mdast" {
  interface BlockContentMap {
    descriptionList: DescriptionList;
  }
  interface RootContentMap {
    descriptionList: DescriptionList;
    descriptionTerm: DescriptionTerm;
    descriptionDetails: DescriptionDetails;
  }
}
