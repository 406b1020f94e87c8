package org.wenshu.sql.tree;

import java.util.List;
import org.wenshu.sql.tree.TableReference.Named;

/** What is written in the place of names, so that a tree need not be built again to change them. */
public interface TreeWriting {
  /** Everything as it is. */
  TreeWriting UNCHANGED =
      new TreeWriting() {
        @Override
        public TableReference table(Named reference) {
          return reference;
        }

        @Override
        public List<Name> column(List<Name> path) {
          return path;
        }
      };

  /** What stands for a table. */
  TableReference table(Named reference);

  /** What stands for the path of a column, or of a star's qualifier. */
  List<Name> column(List<Name> path);
}
