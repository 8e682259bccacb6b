//! Starting an emulator.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use rand::TryRng as _;
use rand::rngs::SysRng;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::Emulator;
use crate::clock::Clock;
use crate::server;
use crate::shared::Shared;
use crate::store::Store;
use crate::webhooks;

/// How an emulator is set up.
#[derive(Clone, Debug, Default)]
#[must_use = "an emulator is made by `start`"]
pub struct Builder {
    address: Option<SocketAddr>,
    random_seed: Option<u64>,
    data: Option<PathBuf>,
    clock: Clock,
    hosts: Vec<String>,
}

impl Builder {
    /// Where it listens. Default: 127.0.0.1, at a port that is free.
    pub fn address(mut self, address: SocketAddr) -> Self {
        self.address = Some(address);
        self
    }

    /// Makes ids, tokens and codes repeatable: the same requests get the same ones.
    pub fn random_seed(mut self, seed: u64) -> Self {
        self.random_seed = Some(seed);
        self
    }

    /// Keeps everything in this folder, so that it is there again at the next start: what was answered
    /// survives the end of the process, however it ends, and all but the last of it a power cut. One
    /// emulator at a time can use a folder. Without one, everything is in memory.
    pub fn data(mut self, folder: impl Into<PathBuf>) -> Self {
        self.data = Some(folder.into());
        self
    }

    /// Lets requests come by one more name, such as that of a proxy before it. Without it, the emulator answers
    /// to addresses, `localhost`, names without a dot, and names below `.localhost`, `.internal` and `.test`:
    /// with any other one, a page of somebody else's could be of its own origin (DNS rebinding).
    pub fn allow_host(mut self, name: impl Into<String>) -> Self {
        self.hosts.push(name.into().to_ascii_lowercase());
        self
    }

    /// Starts it.
    ///
    /// # Errors
    /// If it can't listen at the address, can't use the folder, or the machine gives no random numbers.
    pub async fn start(self) -> io::Result<Emulator> {
        let address = self
            .address
            .unwrap_or_else(|| (Ipv4Addr::LOCALHOST, 0).into());
        let listener = TcpListener::bind(address).await?;
        let address = listener.local_addr()?;
        let mut seed = [0; 32];
        match self.random_seed {
            Some(number) => {
                for (place, byte) in seed.iter_mut().zip(number.to_le_bytes()) {
                    *place = byte;
                }
            }
            None => SysRng.try_fill_bytes(&mut seed).map_err(io::Error::other)?,
        }
        let store = self.data.as_deref().map(Store::open).transpose();
        let store = store.map_err(io::Error::other)?;
        let base_url = format!("http://{}", reached_at(address));
        let shared = Shared::open(base_url, self.clock, seed, store, self.hosts)?;
        let shared = Arc::new(shared);
        let router = server::router(Arc::clone(&shared));
        let (stop, mut stopped) = watch::channel(());
        let sender = webhooks::run(Arc::clone(&shared), stopped.clone());
        let sender = tokio::spawn(sender);
        let server = tokio::spawn(async move {
            axum::serve(listener, router)
                .with_graceful_shutdown(async move {
                    // an error means that nobody is left to say so
                    let _ = stopped.changed().await;
                })
                .await
        });
        Ok(Emulator {
            shared,
            address,
            stop,
            server,
            sender,
        })
    }
}

/// Where clients on this machine reach what listens at an address: "every address" is none to call.
fn reached_at(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}
