package org.wenshu.protocol.gateway.bulk;

import java.util.Optional;

/** In which form an export is sent (contract, section 5.4). */
enum ExportForm {
  /** One item a frame, in both forms. */
  BOTH,
  /** Many items a frame. */
  BATCH,
  /** One item a frame, without its metadata. */
  FLAT;

  /** The form that the address asks for; what is unknown asks for both. */
  static ExportForm of(Optional<String> name) {
    return switch (name.orElse("")) {
      case "batch" -> BATCH;
      case "flat" -> FLAT;
      default -> BOTH;
    };
  }
}
