package souk.trust.api;

/** Where an offer stands. */
public enum OfferState {
  /** Kept, seen by no till. */
  DRAFT,
  /** Submitted; people decide. */
  IN_REVIEW,
  /** Approved, not yet published. */
  APPROVED,
  /** Published; its window has not begun. */
  SCHEDULED,
  /** Published; tills give it. */
  LIVE,
  /** Published, not given until somebody resumes it. */
  PAUSED,
  /** Its window is over, or it was taken out of the book. */
  ENDED,
  /** Stopped by the kill switch, its own or the one for all offers. */
  KILLED
}
