package org.facewright.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkDriveTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "NFS"})
  void aProjectOnAnotherMachinesDiskIsRefusedWithAHint(String kind) {
    assertThatThrownBy(
            () -> new NetworkDrive(folder -> kind).refuse(temp.resolve("not/there/yet"), ""))
        .isInstanceOfSatisfying(
            ProjectException.class,
            e -> assertThat(e.reason()).isEqualTo(ProjectException.Reason.NETWORK_DRIVE))
        .hasMessageContainingAll("network drive", "copy the folder", NetworkDrive.ANYWAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ext4", "xfs", "btrfs", "zfs", "NTFS", "apfs", "overlay", "tmpfs"})
  void disksOfThisMachineAreFine(String kind) {
    assertThatCode(() -> new NetworkDrive(folder -> kind).refuse(temp, ""))
        .doesNotThrowAnyException();
  }

  @Test
  void whoKnowsBetterMayInsist() {
    assertThatCode(() -> new NetworkDrive(folder -> "nfs").refuse(temp, "yes"))
        .doesNotThrowAnyException();
  }

  @Test
  void theNearestFolderThatIsThereIsAsked() throws Exception {
    AtomicReference<Path> asked = new AtomicReference<>(temp);
    NetworkDrive drive =
        new NetworkDrive(
            folder -> {
              asked.set(folder);
              throw new IOException("no answer");
            });
    drive.refuse(temp.resolve("a/b"), "");
    assertThat(asked.get()).isEqualTo(temp.toAbsolutePath().normalize());
  }
}
