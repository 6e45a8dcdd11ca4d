package org.facewright.training;

/** How another thread steers a run: by flags that the run reads between two steps. Thread-safe. */
public final class TrainingControl {
  private boolean paused;
  private boolean stopped;
  private boolean stopAfterEpoch;

  public synchronized void pause() {
    paused = true;
  }

  public synchronized void resume() {
    paused = false;
    notifyAll();
  }

  /** Ends the run after the step in progress; it saves where it stands. */
  public synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  public synchronized void stopAfterEpoch() {
    stopAfterEpoch = true;
  }

  public synchronized boolean paused() {
    return paused;
  }

  /** Waits while paused; answers whether the run goes on. */
  synchronized boolean goesOn(boolean epochDone) {
    while (paused && !stopped) {
      try {
        wait();
      } catch (InterruptedException e) {
        // Nobody here interrupts; whoever does wants the run to end.
        stopped = true;
      }
    }
    return !stopped && !(epochDone && stopAfterEpoch);
  }
}
