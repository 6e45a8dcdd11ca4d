/** Places embeddings in the plane, alike ones near each other: PCA, UMAP and t-SNE, as a job. */
@NullMarked
package org.facewright.gallery.map;

import org.jspecify.annotations.NullMarked;
